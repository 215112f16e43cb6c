import { describe, expect, it } from 'vitest';
import { actAs } from '@/lib/auth/on-behalf';
import type { Actor, OnBehalfActor } from '@/lib/authz/actor';
import { jobActor } from '@/lib/authz/job';
import { read, write } from '@/lib/authz/scope';
import { testDatabase } from '@/tests/support/database/database';
import { refusal } from '@/tests/support/database/refusal';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { createTenantFixture } from '@/tests/support/fixtures/tenant-with-clients';
import { adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
const mail = jobActor('mail');

async function createPair() {
  const { admin, person } = await createTenantFixture(owner);
  const { rows } = await owner.query<{ id: string; email: string }>(
    'select id, email from users where id = any($1::uuid[])',
    [[admin.id, person.id]],
  );
  const emailOf = (id: string) => rows.find((row) => row.id === id)?.email ?? '';
  return { admin: await adminActor(owner, emailOf(admin.id)), personId: person.id };
}

describe('acting as a person of a client', () => {
  it('sees what the person sees, for an admin and for a job', async () => {
    const { admin, personId } = await createPair();
    for (const behind of [admin, mail]) {
      const actor = await actAs(behind, personId);
      const seen = await read(actor, (db) => db.user.findMany({ select: { id: true } }));
      expect(seen).toEqual([{ id: personId }]);
    }
  });

  it('tells who is behind it', async () => {
    const { admin, personId } = await createPair();
    const { userId, name, via } = admin;
    expect((await actAs(admin, personId)).via).toEqual({ kind: 'on_behalf', by: { kind: 'admin', userId, name, via } });
    expect((await actAs(mail, personId)).via).toEqual({ kind: 'on_behalf', by: { kind: 'job', name: 'mail' } });
  });

  it('is read-only by type, and in the database where a cast gets past the type', async () => {
    const { personId } = await createPair();
    const actor: OnBehalfActor = await actAs(mail, personId);
    // @ts-expect-error: a read-only actor is not assignable to Actor.
    const typed: Actor = actor;
    const rename = write(typed, (db) =>
      db.user.updateMany({ where: { id: personId }, data: { name: 'Somebody else' } }),
    );
    await expect(rename).rejects.toThrow(/read-only transaction/);
    const reopened = write(typed, (db) => db.$executeRaw`set transaction read write`);
    await expect(reopened).rejects.toThrow(/read-write mode/);
  });

  it('leaves a line in the trail for each look that an admin begins, in the name of the admin, and none for a job', async () => {
    const { admin, personId } = await createPair();
    await actAs(admin, personId);
    await actAs(admin, personId);
    await actAs(mail, personId);
    const line = { action: 'user.impersonated', actor_id: admin.userId };
    expect(await auditOf(owner, personId)).toEqual([line, line]);
    const { rows } = await owner.query('select via from audit_entries where record_id = $1', [personId]);
    expect(rows).toEqual([{ via: admin.via }, { via: admin.via }]);
  });
});

describe('acting as somebody is refused', () => {
  it('to an admin of another tenant, as for a person who is not there', async () => {
    const [ours, theirs] = [await createPair(), await createPair()];
    expect((await refusal(actAs(ours.admin, theirs.personId))).code).toBe('NOT_FOUND');
    expect((await refusal(actAs(ours.admin, '0194d3a0-0000-7000-8000-000000000000'))).code).toBe('NOT_FOUND');
    expect(await auditOf(owner, theirs.personId)).toEqual([]);
  });

  it('for the team’s own people', async () => {
    const { admin } = await createPair();
    expect((await refusal(actAs(mail, admin.userId))).reason?.key).toBe('wrongUserType');
  });

  it.each([
    ['update users set is_active = false where id = $1', 'userInactive'],
    ['update users set client_portal_enabled = false where id = $1', 'portalOff'],
    ['update clients set is_active = false where id = (select client_id from users where id = $1)', 'clientInactive'],
    [
      `update tenants set status = 'suspended', suspended_at = now() where id = (select tenant_id from users where id = $1)`,
      'businessSuspended',
    ],
  ])('where the person could not come in: %s', async (change, reason) => {
    const { personId } = await createPair();
    await actAs(mail, personId);
    await owner.query(change, [personId]);
    expect(await refusal(actAs(mail, personId))).toMatchObject({ code: 'FORBIDDEN', reason: { key: reason } });
  });
});
