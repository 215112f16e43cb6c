import { describe, expect, it } from 'vitest';
import { DELETE as remove } from '@/app/api/admin/documents/[id]/route';
import { POST as withdraw } from '@/app/api/admin/documents/[id]/withdraw/route';
import { sweepFiles } from '@/lib/storage/sweep';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import {
  createDocumentFixture,
  type DocumentFixture,
  seen,
  unseen,
  visibilityOf,
} from '@/tests/support/fixtures/documents';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();
const { stored } = await testStorage();

const take = (door: typeof remove, { admin }: DocumentFixture, id: string, by = admin) =>
  call(door, { token: by.token, params: { id }, method: door === remove ? 'DELETE' : 'POST' });

const filesOf = async ({ id }: DocumentFixture) =>
  (await owner.query('select status from stored_files where tenant_id = $1', [id])).rows.map(({ status }) => status);

describe('withdrawing what the client sees', () => {
  it.each(['draft', 'pending', 'rejected'])('works while a newer version is %s, which stays so', async (status) => {
    const fixture = await createDocumentFixture(owner, { requiresApproval: false });
    const { person, admin, show, move, uploadDocument, uploadVersion } = fixture;
    const id = await uploadDocument();
    await move(id, 'published');
    await uploadVersion(id, 'second');
    const steps = { draft: [], pending: ['pending'], rejected: ['pending', 'rejected'] }[status] ?? [];
    for (const to of steps) await move(id, to);
    expect(await visibilityOf(person, id)).toEqual(seen('first'));
    const { body } = await take(withdraw, fixture, id);
    expect(body.data).toMatchObject({ status, published_version: null, published_at: null });
    expect(await visibilityOf(person, id)).toEqual(unseen);
    expect((await show(id)).transitions[0]).toMatchObject({ from: status, to: status, actor_name: admin.name });
    expect((await auditOf(owner, id)).at(-1)).toEqual({ action: 'document.withdrawn', actor_id: admin.id });
  });

  it('of a published document is the step to approved, and is a 409 where the client sees nothing', async () => {
    const fixture = await createDocumentFixture(owner);
    const id = await fixture.uploadDocument();
    expect((await take(withdraw, fixture, id)).status).toBe(409);
    await fixture.move(id, 'published');
    expect((await take(withdraw, fixture, id)).body.data).toMatchObject({
      status: 'approved',
      published_version: null,
    });
    expect((await fixture.show(id)).transitions[0]).toMatchObject({ from: 'published', to: 'approved' });
    expect((await take(withdraw, fixture, id)).status).toBe(409);
  });

  it('is for admins of the own business', async () => {
    const [fixture, other] = [await createDocumentFixture(owner), await createDocumentFixture(owner)];
    const id = await fixture.uploadDocument();
    await fixture.move(id, 'published');
    for (const [by, status] of [
      [fixture.staff, 403],
      [fixture.person, 403],
      [other.admin, 404],
    ] as const)
      expect((await take(withdraw, fixture, id, by)).status).toBe(status);
    expect(await visibilityOf(fixture.person, id)).toEqual(seen('first'));
  });
});

describe('removing a document', () => {
  it('takes its versions, its history and their bytes, as long as no client has seen it', async () => {
    const fixture = await createDocumentFixture(owner, { requiresApproval: true });
    const { admin, move, uploadDocument, uploadVersion } = fixture;
    const kept = await uploadDocument({ title: 'Stays' });
    const before = (await stored()).length;
    const id = await uploadDocument({ title: 'Wrong file' });
    await move(id, 'pending');
    await move(id, 'rejected');
    await uploadVersion(id, 'second');
    expect((await take(remove, fixture, id)).status).toBe(204);
    expect((await take(remove, fixture, id)).status).toBe(404);
    expect((await auditOf(owner, id)).at(-1)).toEqual({ action: 'document.removed', actor_id: admin.id });
    expect((await filesOf(fixture)).toSorted()).toEqual(['pending', 'pending', 'stored']);
    await owner.query("update stored_files set created_at = created_at - interval '2 hours'");
    await sweepFiles();
    expect(await filesOf(fixture)).toEqual(['stored']);
    expect((await stored()).length).toBe(before);
    expect((await fixture.show(kept)).title).toBe('Stays');
  });

  it('is refused from the moment it was published, withdrawn or not, and leaves everything as it was', async () => {
    const fixture = await createDocumentFixture(owner);
    const id = await fixture.uploadDocument();
    await fixture.move(id, 'published');
    expect((await take(remove, fixture, id)).status).toBe(409);
    expect(await visibilityOf(fixture.person, id)).toEqual(seen('first'));
    await take(withdraw, fixture, id);
    const { status, body } = await take(remove, fixture, id);
    expect([status, body.detail]).toEqual([409, expect.stringContaining('Clients have seen this document')]);
    expect(await filesOf(fixture)).toEqual(['stored']);
  });

  it('is for admins of the own business', async () => {
    const [fixture, other] = [await createDocumentFixture(owner), await createDocumentFixture(owner)];
    const id = await fixture.uploadDocument();
    for (const [by, status] of [
      [fixture.staff, 403],
      [fixture.person, 403],
      [other.admin, 404],
    ] as const)
      expect((await take(remove, fixture, id, by)).status).toBe(status);
    expect((await fixture.show(id)).title).toBe('Floor plan');
  });
});
