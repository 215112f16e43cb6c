import { describe, expect, it } from 'vitest';
import { read } from '@/lib/authz/scope';
import type { Attention } from '@/lib/dashboard/schemas';
import { getAttention } from '@/lib/dashboard/team-queries';
import { listParties, listViewers } from '@/lib/projects/team-queries';
import { testDatabase } from '@/tests/support/database/database';
import { createPhase } from '@/tests/support/fixtures/portal-records';
import { createTestTenant, type TestTenant } from '@/tests/support/fixtures/tenant';
import { actorOf } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

const day = '2026-11-21';

async function attention({ admin }: TestTenant, email = admin.email): Promise<Attention> {
  return read(await actorOf(owner, email), (db) => getAttention(db, day));
}

/** An active project with one phase and its planned end date, if any. */
async function running(tenant: TestTenant, name: string, plannedEndOn: string | null, columns: object = {}) {
  const clientId = await tenant.addClient();
  const { id: contact, ...account } = await tenant.addPerson('client', clientId);
  const id = await tenant.addProject(clientId, contact);
  await owner.query(`update projects set status = 'active', name = $2 where id = $1`, [id, name]);
  const fixture = { ...account, id: contact, tenantId: tenant.id, clientId };
  await createPhase(owner, fixture, id, { name, planned_end_on: plannedEndOn, ...columns });
  await owner.query('update users set last_sign_in_at = now() where id = $1', [contact]);
  return { id, clientId, contact };
}

const names = ({ rows }: { rows: { name: string }[] }) => rows.map(({ name }) => name);

describe('what needs attention', () => {
  it('are open phases of running projects past their end or due within two weeks, the most pressing first', async () => {
    const tenant = await createTestTenant(owner);
    await running(tenant, 'yesterday', '2026-11-20');
    await running(tenant, 'long ago', '2025-01-01');
    await running(tenant, 'today', '2026-11-21');
    await running(tenant, 'in two weeks', '2026-12-05');
    await running(tenant, 'in fifteen days', '2026-12-06');
    await running(tenant, 'undated', null);
    await running(tenant, 'done', '2026-11-01', { status: 'completed', percent: 100 });
    for (const status of ['on_hold', 'completed', 'cancelled']) {
      const { id } = await running(tenant, status, '2026-11-01');
      await owner.query('update projects set status = $2::project_status where id = $1', [id, status]);
    }
    const { late, soon, onHold, withoutPhases, withoutContact } = await attention(tenant);
    expect([names(late), names(soon)]).toEqual([
      ['long ago', 'yesterday'],
      ['today', 'in two weeks'],
    ]);
    expect(names(onHold)).toEqual(['on_hold']);
    expect([withoutPhases.rows, withoutContact.rows]).toEqual([[], []]);
  });

  it('are projects that lack phases or a contact', async () => {
    const tenant = await createTestTenant(owner);
    const clientId = await tenant.addClient();
    const person = await tenant.addPerson('client', clientId);
    const [bare, led] = [await tenant.addProject(clientId), await tenant.addProject(clientId, person.id)];
    const { withoutPhases, withoutContact } = await attention(tenant);
    expect(withoutPhases.rows.map(({ id }) => id).toSorted()).toEqual([bare, led].toSorted());
    expect(withoutContact.rows).toEqual([{ id: bare, name: 'House', clientName: 'Okafor residence' }]);
  });

  it('are people with access but without a visit; staff do not see them', async () => {
    const tenant = await createTestTenant(owner);
    const { clientId, contact } = await running(tenant, 'Roof', null);
    const invited = await tenant.addPerson('client', clientId);
    const off = await tenant.addPerson('client', clientId);
    await owner.query('update users set client_portal_enabled = false where id = $1', [off.id]);
    const { neverSignedIn } = await attention(tenant);
    expect(neverSignedIn.rows.map(({ id }) => id)).toEqual([invited.id]);
    expect(contact).not.toBe(invited.id);
    expect((await attention(tenant, tenant.staff.email)).neverSignedIn.rows).toEqual([]);
  });

  it('says when there is more than it shows', async () => {
    const tenant = await createTestTenant(owner);
    const clientId = await tenant.addClient();
    for (let n = 0; n < 13; n++) await tenant.addProject(clientId);
    const { withoutPhases } = await attention(tenant);
    expect([withoutPhases.rows.length, withoutPhases.more]).toEqual([12, true]);
  });

  it('is nothing of another business', async () => {
    await running(await createTestTenant(owner), 'late', '2026-01-01');
    const { hasProjects, ...waiting } = await attention(await createTestTenant(owner));
    expect(hasProjects).toBe(false);
    expect(Object.values(waiting).map(({ rows }) => rows.length)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('the people of a project', () => {
  it('says of each person of the client what keeps them out', async () => {
    const tenant = await createTestTenant(owner);
    const clientId = await tenant.addClient();
    const sees = await tenant.addPerson('client', clientId);
    const off = await tenant.addPerson('client', clientId);
    const gone = await tenant.addPerson('client', clientId);
    await tenant.addPerson('client', await tenant.addClient());
    await owner.query('update users set client_portal_enabled = false where id = $1', [off.id]);
    await owner.query('update users set is_active = false where id = $1', [gone.id]);
    const admin = await actorOf(owner, tenant.admin.email);
    const refusals = async () => {
      const viewers = await read(admin, (db) => listViewers(db, { clientId }));
      return Object.fromEntries(viewers.map(({ id, refusal }) => [id, refusal]));
    };
    expect(await refusals()).toEqual({ [sees.id]: null, [off.id]: 'portalOff', [gone.id]: 'userInactive' });
    await owner.query('update clients set is_active = false where id = $1', [clientId]);
    expect(await refusals()).toMatchObject({ [sees.id]: 'clientInactive' });
  });

  it('offers people as contacts to an admin, and the clients alone to an employee', async () => {
    const tenant = await createTestTenant(owner);
    const clientId = await tenant.addClient();
    const { id, name } = await tenant.addPerson('client', clientId);
    const party = { id: clientId, name: 'Okafor residence', currency: 'EUR' };
    const offered = async (email: string) => read(await actorOf(owner, email), listParties);
    expect(await offered(tenant.admin.email)).toEqual([{ ...party, people: [{ id, name }] }]);
    expect(await offered(tenant.staff.email)).toEqual([{ ...party, people: [] }]);
  });
});
