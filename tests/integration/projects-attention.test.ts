import { describe, expect, it } from 'vitest';
import { read } from '@/lib/authz/scope';
import { listClientChoices } from '@/lib/clients/queries';
import { getTeamDashboard } from '@/lib/dashboard/team-queries';
import { listParties, listViewers } from '@/lib/projects/team-queries';
import { testDatabase } from '@/tests/support/database/database';
import { createPhoto } from '@/tests/support/factories/records';
import { createPhase } from '@/tests/support/fixtures/portal-records';
import { createTestTenant, type TestTenant } from '@/tests/support/fixtures/tenant';
import { actorOf, teamActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

const day = '2026-11-21';

async function attention({ admin }: TestTenant, email = admin.email) {
  const actor = await teamActor(owner, email);
  const {
    attention: lists,
    inbox,
    steps,
    choices,
  } = await read(actor, (db) => getTeamDashboard(db, { show: 'all' }, day, actor));
  const of = (kind: string) => inbox.items.filter((item) => item.kind === kind);
  return { ...lists, steps, choices, late: of('phase').map(({ title }) => title), invited: of('invitation'), inbox };
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
    expect([late, names(soon)]).toEqual([
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
    const { invited: waiting } = await attention(tenant);
    expect(waiting.map(({ id }) => id)).toEqual([invited.id]);
    expect(contact).not.toBe(invited.id);
    expect((await attention(tenant, tenant.staff.email)).invited).toEqual([]);
  });

  it('says when there is more than it shows', async () => {
    const tenant = await createTestTenant(owner);
    const clientId = await tenant.addClient();
    for (let n = 0; n < 7; n++) await tenant.addProject(clientId);
    const { withoutPhases } = await attention(tenant);
    expect([withoutPhases.rows.length, withoutPhases.more]).toEqual([6, true]);
  });

  it('is nothing of another business', async () => {
    await running(await createTestTenant(owner), 'late', '2026-01-01');
    const { steps, choices, inbox, late, invited, ...waiting } = await attention(await createTestTenant(owner));
    expect([steps.hasProject, choices.options, inbox.items, late, invited]).toEqual([false, [], [], [], []]);
    expect(Object.values(waiting).filter(({ rows }) => rows.length > 0)).toEqual([]);
  });

  it('are open projects that nobody of their client sees, each with the reason and its only person', async () => {
    const tenant = await createTestTenant(owner);
    const set = (table: string, id: string, columns: string) =>
      owner.query(`update ${table} set ${columns} where id = $1`, [id]);
    const empty = await running(tenant, 'empty', null);
    await set('projects', empty.id, 'client_user_id = null');
    await owner.query('delete from users where id = $1', [empty.contact]);
    const off = await running(tenant, 'off', null);
    await set('users', off.contact, 'client_portal_enabled = false');
    const gone = await running(tenant, 'gone', null);
    await set('users', gone.contact, 'is_active = false');
    const paused = await running(tenant, 'paused', null);
    await set('clients', paused.clientId, 'is_active = false');
    const two = await running(tenant, 'two', null);
    await set('users', two.contact, 'client_portal_enabled = false');
    await set('users', (await tenant.addPerson('client', two.clientId)).id, 'client_portal_enabled = false');
    await tenant.addPerson('client', (await running(tenant, 'seen', null)).clientId);
    const over = await running(tenant, 'over', null);
    await set('users', over.contact, 'is_active = false');
    await set('projects', over.id, `status = 'completed'`);
    const { unseen } = await attention(tenant);
    expect(unseen.rows.map(({ name, reason, userId }) => [name, reason, userId])).toEqual([
      ['empty', 'noPeople', null],
      ['off', 'portalOff', off.contact],
      ['gone', 'userInactive', gone.contact],
      ['paused', 'clientInactive', paused.contact],
      ['two', 'portalOff', null],
    ]);
    expect((await attention(tenant, tenant.staff.email)).unseen.rows).toEqual([]);
  });
});

describe('the first steps of a business', () => {
  it('are done by its records, one by one', async () => {
    const tenant = await createTestTenant(owner);
    const nothing = {
      ...{ hasDetails: false, hasClient: false, hasProject: false },
      ...{ projectId: null, hasShared: false, hasInvited: false },
    };
    expect((await attention(tenant)).steps).toEqual(nothing);
    const looks = [`phone = '+44 1'`, `phone = null, accent = '#A03030'`];
    for (const look of looks) {
      await owner.query(`update tenants set ${look} where id = $1`, [tenant.id]);
      expect((await attention(tenant)).steps).toEqual({ ...nothing, hasDetails: true });
    }
    const clientId = await tenant.addClient();
    expect((await attention(tenant)).steps).toEqual({ ...nothing, hasDetails: true, hasClient: true });
    const projectId = await tenant.addProject(clientId);
    const begun = { ...nothing, hasDetails: true, hasClient: true, hasProject: true, projectId };
    expect((await attention(tenant)).steps).toEqual(begun);
    await tenant.addPerson('client', clientId);
    expect((await attention(tenant)).steps).toEqual({ ...begun, hasInvited: true });
    expect((await attention(tenant, tenant.staff.email)).steps).toEqual(begun);
    const photo = (visibility: 'internal' | 'client') =>
      createPhoto(owner, { tenantId: tenant.id, clientId, id: projectId }, tenant.staff, { visibility });
    await photo('internal');
    expect((await attention(tenant)).steps.hasShared).toBe(false);
    await photo('client');
    expect((await attention(tenant)).steps.hasShared).toBe(true);
    expect((await attention(await createTestTenant(owner))).steps).toEqual(nothing);
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
    const options = [{ id: clientId, name: 'Okafor residence', isActive: true }];
    const clients = { of: 'clients', options, more: false };
    const offered = async (email: string) =>
      read(await actorOf(owner, email), async (db) => listParties(db, await listClientChoices(db)));
    expect(await offered(tenant.admin.email)).toEqual({ clients, people: [{ id, name, clientId }], partial: false });
    expect(await offered(tenant.staff.email)).toEqual({ clients, people: [], partial: false });
  });
});
