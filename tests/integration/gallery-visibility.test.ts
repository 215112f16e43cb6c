import { beforeAll, describe, expect, it } from 'vitest';
import { GET as teamFile } from '@/app/api/admin/gallery/[id]/[variant]/route';
import { GET as teamShow } from '@/app/api/admin/gallery/[id]/route';
import { GET as teamList } from '@/app/api/admin/gallery/route';
import { GET as file } from '@/app/api/client/gallery/[id]/[variant]/route';
import { GET as list } from '@/app/api/client/gallery/route';
import { GET as publicFile } from '@/app/showcase/[tenant]/photos/[id]/[variant]/route';
import { read, readAsVisitor } from '@/lib/authz/scope';
import { getPhoto } from '@/lib/gallery/queries';
import { visibilities } from '@/lib/gallery/rule';
import { getShowcase, listShowcasePhotos } from '@/lib/gallery/showcase/queries';
import { testDatabase } from '@/tests/support/database/database';
import { refusal } from '@/tests/support/database/refusal';
import { testStorage } from '@/tests/support/files/storage';
import { createStudio, openShowcase, type Studio } from '@/tests/support/fixtures/photos';
import { call } from '@/tests/support/http/api';
import { download } from '@/tests/support/http/upload';
import { actorOf } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
await testStorage();

const variants = ['thumbnail', 'thumbnail-webp', 'large', 'large-webp'];

// The readers that can see a photo of each visibility in their own area, while the showcase is open.
type Reader = 'person' | 'stranger' | 'staff' | 'admin' | 'foreigner' | 'nobody';
const readers: Reader[] = ['person', 'stranger', 'staff', 'admin', 'foreigner', 'nobody'];
const inTheirArea: Record<(typeof visibilities)[number], Reader[]> = {
  internal: ['staff', 'admin'],
  client: ['person', 'staff', 'admin'],
  public: ['staff', 'admin'],
};

describe.each(visibilities)('a photo with visibility %s', (visibility) => {
  let studio: Studio;
  let id = '';
  let slug = '';
  const tokens: Partial<Record<Reader, string>> = {};

  beforeAll(async () => {
    studio = await createStudio(owner);
    slug = await openShowcase(owner, studio.id);
    id = (await studio.addPhoto({ visibility })).body.data.id;
    const foreign = await createStudio(owner);
    for (const actor of ['person', 'stranger', 'staff', 'admin'] as const) tokens[actor] = studio[actor].token;
    tokens.foreigner = foreign.person.token;
  });

  it.each(readers)('in the area of %s list, renditions and deep link agree', async (reader) => {
    const sees = inTheirArea[visibility].includes(reader);
    const token = tokens[reader];
    const [listOf, fileOf] = reader === 'staff' || reader === 'admin' ? [teamList, teamFile] : [list, file];
    const answer = await call(listOf, { token });
    expect(answer.body.data?.map((photo: { id: string }) => photo.id) ?? []).toEqual(sees ? [id] : []);
    for (const variant of variants) {
      const { status } = await download(fileOf, { token, params: { id, variant } });
      expect(status).toBe(sees ? 200 : reader === 'nobody' ? 401 : 404);
    }
    if (reader === 'nobody') return;
    const actor = await actorOf(owner, reader === 'foreigner' ? await emailOf(token) : studio[reader].email);
    const deepLink = read(actor, (db) => getPhoto(db, { id }));
    if (sees) expect((await deepLink).id).toBe(id);
    else expect((await refusal(deepLink)).code).toBe('NOT_FOUND');
  });

  it('the other area refuses each', async () => {
    for (const reader of ['person', 'stranger', 'foreigner'] as const) {
      const token = tokens[reader];
      expect((await call(teamList, { token })).status).toBe(403);
      expect((await call(teamShow, { token, params: { id } })).status).toBe(403);
      expect((await download(teamFile, { token, params: { id, variant: 'large' } })).status).toBe(403);
    }
    for (const reader of ['staff', 'admin'] as const)
      expect((await download(file, { token: tokens[reader], params: { id, variant: 'large' } })).status).toBe(403);
  });

  it('the showcase has it exactly when it is public, and only while it is open', async () => {
    const shown = visibility === 'public';
    const photos = () =>
      readAsVisitor(async (db) => {
        const { id: tenantId } = await getShowcase(db, slug);
        return listShowcasePhotos(db, { slug, tenantId }, { limit: 50 });
      });
    expect((await photos()).data.map((photo) => photo.id)).toEqual(shown ? [id] : []);
    const statuses = async (tenant: string) =>
      Promise.all(
        variants.map(async (variant) => (await download(publicFile, { params: { tenant, id, variant } })).status),
      );
    expect(await statuses(slug)).toEqual(Array(4).fill(shown ? 200 : 404));
    const elsewhere = await openShowcase(owner, (await createStudio(owner)).id);
    expect(await statuses(elsewhere)).toEqual(Array(4).fill(404));
    for (const close of [
      "update tenants set status = 'suspended', suspended_at = now() where id = $1",
      "update tenants set status = 'active', suspended_at = null, showcase_enabled = false where id = $1",
    ]) {
      await owner.query(close, [studio.id]);
      expect(await statuses(slug)).toEqual(Array(4).fill(404));
      expect((await refusal(photos())).code).toBe('NOT_FOUND');
    }
  });

  async function emailOf(token: string | undefined): Promise<string> {
    const { rows } = await owner.query<{ email: string }>(
      `select u.email from users u join api_tokens k on k.user_id = u.id where k.token_hash = sha256($1::bytea)`,
      [token],
    );
    return rows[0]?.email ?? '';
  }
});

describe('the showcase', () => {
  it('names the projects of its photos where the business allows it, with how to reach it, and no other project', async () => {
    const { addPhoto, id: tenantId, projectId, otherProjectId } = await createStudio(owner);
    const slug = await openShowcase(owner, tenantId);
    await owner.query(`update tenants set email = 'post@example.com', phone = '+49 30 1' where id = $1`, [tenantId]);
    await owner.query(`update projects set name = 'Loft in Graça' where id = $1`, [projectId]);
    await addPhoto({ visibility: 'public', caption: 'The new stairs' });
    await addPhoto({ visibility: 'internal', project_id: otherProjectId });
    const seen = () =>
      readAsVisitor(async (db) => {
        const tenant = await getShowcase(db, slug);
        const { data } = await listShowcasePhotos(db, { slug, tenantId: tenant.id }, { limit: 50 });
        const projects = await db.project.findMany({ where: { tenantId }, select: { name: true } });
        return { tenant, photos: data.map(({ caption, projectName }) => [caption, projectName]), projects };
      });
    const closed = await seen();
    expect(closed.tenant).toMatchObject({ email: 'post@example.com', phone: '+49 30 1' });
    expect([closed.photos, closed.projects]).toEqual([[['The new stairs', null]], []]);
    await owner.query('update tenants set showcase_project_names = true where id = $1', [tenantId]);
    const named = await seen();
    expect(named.photos).toEqual([['The new stairs', 'Loft in Graça']]);
    expect(named.projects).toEqual([{ name: 'Loft in Graça' }]);
  });
});

describe('guessing', () => {
  it('a storage key, a file’s id, another kind’s id or an unknown rendition finds nothing', async () => {
    const { addPhoto, admin, person, projectId, id: tenantId } = await createStudio(owner);
    const slug = await openShowcase(owner, tenantId);
    const { id } = (await addPhoto({ visibility: 'client' })).body.data;
    await addPhoto({ visibility: 'public' });
    const { rows } = await owner.query('select id, storage_key from stored_files where tenant_id = $1', [tenantId]);
    const guesses = [
      ...rows.flatMap((row) => [row.id, row.storage_key]),
      projectId,
      tenantId,
      person.id,
      '..',
      '%00',
      '1',
    ];
    for (const guess of guesses)
      for (const [route, token] of [
        [file, person.token],
        [teamFile, admin.token],
        [publicFile, undefined],
      ] as const) {
        const { status } = await download(route, { token, params: { tenant: slug, id: guess, variant: 'large' } });
        expect(status).toBe(404);
      }
    for (const variant of ['original', 'LARGE', '../large', ''])
      expect((await download(file, { token: person.token, params: { id, variant } })).status).toBe(404);
  });

  it('a client that loses access loses the photos with the next request', async () => {
    const { addPhoto, person, id: tenantId } = await createStudio(owner);
    const { id } = (await addPhoto({ visibility: 'client' })).body.data;
    const status = async () => (await download(file, { token: person.token, params: { id, variant: 'large' } })).status;
    expect(await status()).toBe(200);
    await owner.query(`update photos set visibility = 'internal' where id = $1`, [id]);
    expect(await status()).toBe(404);
    await owner.query(`update photos set visibility = 'client' where id = $1`, [id]);
    await owner.query('update users set client_portal_enabled = false where tenant_id = $1', [tenantId]);
    expect(await status()).toBe(403);
  });
});
