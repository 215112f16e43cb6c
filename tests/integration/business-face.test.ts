import { describe, expect, it } from 'vitest';
import { GET as faceLogo } from '@/app/(auth)/sign-in/[business]/logo/route';
import { POST as uploadTo } from '@/app/api/admin/logo/route';
import { readAsVisitor } from '@/lib/authz/scope';
import { findFace } from '@/lib/tenants/face/queries';
import { testDatabase } from '@/tests/support/database/database';
import { quarters } from '@/tests/support/files/pictures';
import { testStorage } from '@/tests/support/files/storage';
import { createTenantFixture } from '@/tests/support/fixtures/tenant-with-clients';
import { download, fileOf, upload } from '@/tests/support/http/upload';

const { owner } = await testDatabase();
await testStorage();

const face = (slug: string) => readAsVisitor((db) => findFace(db, slug));
const logoStatus = async (business: string) => (await download(faceLogo, { params: { business } })).status;

/** A business with a logo and without a showcase. */
async function createBusiness() {
  const { admin, id } = await createTenantFixture(owner);
  const form: [string, File][] = [['logo', fileOf('logo.png', Uint8Array.from(await quarters().png().toBuffer()))]];
  expect((await upload(uploadTo, { token: admin.token, form })).status).toBe(201);
  const { rows } = await owner.query<{ slug: string; name: string; accent: string }>(
    `update tenants set email = 'post@example.com', phone = '+49 1', address = 'Rua A 1' where id = $1
     returning slug, name, accent`,
    [id],
  );
  if (!rows[0]) throw new Error('No tenant');
  return { id, ...rows[0] };
}

describe('a stranger who names a business', () => {
  it('learns its name, colour and logo, and nothing else', async () => {
    const { slug, name, accent } = await createBusiness();
    const logo = expect.stringMatching(new RegExp(`^/sign-in/${slug}/logo\\?v=[0-9a-f-]{36}$`));
    expect(await face(slug)).toEqual({ slug, name, accent, logo });
    const { status, headers, bytes } = await download(faceLogo, { params: { business: slug } });
    expect([status, headers.get('content-type'), bytes.subarray(1, 4).toString()]).toEqual([200, 'image/png', 'PNG']);
    const etag = headers.get('etag') ?? '';
    const again = await download(faceLogo, { params: { business: slug }, headers: { 'if-none-match': etag } });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  it('learns of a suspended one what they learn of none', async () => {
    const { id, slug } = await createBusiness();
    await owner.query(`update tenants set status = 'suspended', suspended_at = now() where id = $1`, [id]);
    for (const named of [slug, 'no-such-business', '', '../admin', "x' or true --", 'a'.repeat(64)])
      expect(await face(named), named).toBeNull();
    expect([await logoStatus(slug), await logoStatus('no-such-business')]).toEqual([404, 404]);
  });

  it('finds no business by a part of its slug, and can list none', async () => {
    const { slug } = await createBusiness();
    for (const part of [slug.slice(1), slug.slice(0, -1), '%', '_'.repeat(slug.length)])
      expect(await face(part)).toBeNull();
    const rows = await readAsVisitor((db) => db.tenant.findMany({ where: { slug }, select: { name: true } }));
    expect(rows).toEqual([]);
  });
});
