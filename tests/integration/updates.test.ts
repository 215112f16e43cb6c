import { describe, expect, it } from 'vitest';
import { POST as publish } from '@/app/api/admin/projects/[id]/updates/[updateId]/publish/route';
import { today } from '@/lib/dates';
import { testDatabase } from '@/tests/support/database/database';
import { createNewsFixture } from '@/tests/support/fixtures/news';
import { createStudio } from '@/tests/support/fixtures/photos';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();

const day = today('Europe/Lisbon');

describe('an update', () => {
  it('is a draft for the team until it is published, under the date of that day', async () => {
    const { post, staff, showOwn, listOwn, projectId, list } = await createNewsFixture(owner);
    const { status, body } = await post({ title: ' Roof ', body: 'Closed.\nAt last.' });
    expect([status, body.data]).toMatchObject([
      201,
      { title: 'Roof', status: 'draft', author_name: staff.name, published_at: null, posted_on: day, comments: [] },
    ]);
    const { id } = body.data;
    expect((await showOwn(id)).status).toBe(404);
    expect((await listOwn()).body.data).toEqual([]);
    const params = { id: projectId, updateId: id };
    const published = await call(publish, { token: staff.token, params, body: {} });
    expect([published.status, published.body.data]).toMatchObject([200, { status: 'published', posted_on: day }]);
    expect((await call(publish, { token: staff.token, params, body: {} })).status).toBe(409);
    expect((await showOwn(id)).body.data).toMatchObject({ title: 'Roof', body: 'Closed.\nAt last.', photos: [] });
    expect((await showOwn(id)).body.data).not.toHaveProperty('notes');
    expect((await list('?status=draft')).body.data).toEqual([]);
    expect((await auditOf(owner, id)).map(({ action }) => action)).toEqual(['update.drafted', 'update.published']);
  });

  it('is for the people of its client, and for nobody else', async () => {
    const { posted, relative, stranger, showOwn, listOwn, otherProjectId, projectId } = await createNewsFixture(owner);
    const id = await posted();
    expect((await showOwn(id, relative)).status).toBe(200);
    expect((await listOwn(`?project_id=${projectId}`, relative)).body.data).toMatchObject([{ id }]);
    expect((await showOwn(id, stranger)).status).toBe(404);
    expect((await listOwn('', stranger)).body.data).toEqual([]);
    expect((await listOwn(`?project_id=${otherProjectId}`)).status).toBe(404);
  });

  it('refuses what is no update', async () => {
    const { post, otherProjectId, posted } = await createNewsFixture(owner);
    const sound = { title: 'Roof', body: 'Closed.' };
    const wrong: [object, string][] = [
      [{ body: 'Closed.' }, 'title'],
      [{ ...sound, title: ' \n ' }, 'title'],
      [{ ...sound, body: 'x'.repeat(100_000) }, 'body'],
      [{ ...sound, posted_on: '2199-01-01' }, 'posted_on'],
      [{ ...sound, phase_id: otherProjectId }, 'phase_id'],
      [{ ...sound, photo_ids: [otherProjectId] }, 'photo_ids'],
      [{ ...sound, author_name: 'Mia' }, 'author_name'],
    ];
    for (const [body, field] of wrong) {
      const answer = await post(body);
      expect([answer.status, Object.keys(answer.body.errors ?? {})], field).toEqual([422, [field]]);
    }
    expect((await post(sound, undefined, await posted())).status).toBe(404);
  });

  it('that is published is corrected in sight of its readers, keeps its date, and stays', async () => {
    const { posted, change, remove, showOwn } = await createNewsFixture(owner);
    const id = await posted();
    expect((await change(id, { title: 'Roof closed' })).body.data.corrected_at).toBeNull();
    const corrected = await change(id, { title: 'Roof nearly closed' });
    expect([corrected.status, corrected.body.data.corrected_at]).toEqual([200, expect.any(String)]);
    expect((await showOwn(id)).body.data).toMatchObject({
      title: 'Roof nearly closed',
      corrected_at: expect.any(String),
    });
    expect((await change(id, { posted_on: '2026-01-01' })).status).toBe(422);
    expect((await remove(id)).status).toBe(409);
    await owner.query(
      "alter table project_updates disable trigger user; update project_updates set published_at = now() - interval '31 days'",
    );
    await owner.query('alter table project_updates enable always trigger project_updates_stay_published');
    expect((await change(id, { title: 'Roof' })).status).toBe(409);
  });

  it('that is a draft is changed, published in one step, or removed', async () => {
    const { posted, change, remove, show, showOwn } = await createNewsFixture(owner);
    const [id, other] = [await posted({ publish: false }), await posted({ publish: false })];
    expect((await change(id, { body: 'Better.', publish: true })).body.data).toMatchObject({
      ...{ status: 'published', body: 'Better.', corrected_at: null },
    });
    expect((await showOwn(id)).body.data.body).toBe('Better.');
    expect((await remove(other)).status).toBe(204);
    expect((await show(other)).status).toBe(404);
  });

  it('shares its photos with its publication, except those of the showcase', async () => {
    const studio = await createStudio(owner);
    const { post, showOwn } = await newsOf(studio);
    const ids = [(await studio.addPhoto()).body.data.id, (await studio.addPhoto()).body.data.id];
    const open = (await studio.addPhoto({ visibility: 'public' })).body.data.id;
    expect((await post({ photo_ids: [open] })).status).toBe(422);
    const draft = await post({ photo_ids: ids });
    expect(draft.body.data.photos.map(({ visibility }: { visibility: string }) => visibility)).toEqual([
      'internal',
      'internal',
    ]);
    const { body } = await post({ photo_ids: [...ids].reverse(), publish: true });
    const own = (await showOwn(body.data.id)).body.data;
    expect(own.photos.map(({ id }: { id: string }) => id)).toEqual([...ids].reverse());
  });
});

/** Calls about updates of a studio's project. */
async function newsOf({ projectId, staff, person }: Awaited<ReturnType<typeof createStudio>>) {
  const { POST } = await import('@/app/api/admin/projects/[id]/updates/route');
  const { GET } = await import('@/app/api/client/updates/[id]/route');
  return {
    post: (body: object) =>
      call(POST, { token: staff.token, params: { id: projectId }, body: { title: 'Roof', body: 'Closed.', ...body } }),
    showOwn: (id: string) => call(GET, { token: person.token, params: { id } }),
  };
}

describe('comments', () => {
  it('of both sides are read by both, in their order', async () => {
    const { posted, comment, teamComment, showOwn, show, person, staff } = await createNewsFixture(owner);
    const id = await posted();
    expect((await comment(id, 'Lovely!')).body.data).toMatchObject({
      body: 'Lovely!',
      by_client: true,
      author_name: person.name,
    });
    await teamComment(id, 'Thank you.');
    const written = [
      { body: 'Lovely!', by_client: true },
      { body: 'Thank you.', by_client: false, author_name: staff.name },
    ];
    for (const { body } of [await showOwn(id), await show(id)])
      expect(body.data).toMatchObject({ comments: written, comment_count: 2 });
  });

  it('need a published update of an own project, and something to say', async () => {
    const { posted, comment, teamComment, stranger } = await createNewsFixture(owner);
    const [id, draft] = [await posted(), await posted({ publish: false })];
    expect((await comment(id, 'Hello', stranger)).status).toBe(404);
    expect((await comment(draft, 'Hello')).status).toBe(404);
    expect((await teamComment(draft, 'Hello')).status).toBe(409);
    for (const text of ['', ' \n', 'x'.repeat(5001), 7]) expect((await comment(id, text)).status).toBe(422);
  });

  it('that are internal reach no client, and may stand below a draft', async () => {
    const { posted, note, showOwn, show, comment } = await createNewsFixture(owner);
    const [id, draft] = [await posted(), await posted({ publish: false })];
    await comment(id, 'Lovely!');
    expect((await note(id, 'They have not paid.')).status).toBe(201);
    expect((await note(draft, 'Too long?')).status).toBe(201);
    expect((await show(id)).body.data.notes).toMatchObject([{ body: 'They have not paid.' }]);
    expect(JSON.stringify((await showOwn(id)).body)).not.toContain('paid');
  });
});
