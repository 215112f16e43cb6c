import { describe, expect, it } from 'vitest';
import { read } from '@/lib/authz/scope';
import { getAttention } from '@/lib/dashboard/attention';
import type { Attention } from '@/lib/projects/schemas';
import { listParties, listViewers } from '@/lib/projects/team-queries';
import { testDatabase } from '@/tests/support/database/database';
import { createPhase } from '@/tests/support/fixtures/portal-records';
import { createBusiness, type TestBusiness } from '@/tests/support/fixtures/tenant';
import { proven } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

const day = '2026-11-21';

async function attention({ admin }: TestBusiness, email = admin.email): Promise<Attention> {
  return read(await proven(owner, email), (db) => getAttention(db, day));
}

/** A project with a phase that is planned to end on a date. */
async function running(business: TestBusiness, name: string, plannedEndOn: string | null, columns: object = {}) {
  const clientId = await business.addClient();
  const { id: contact, ...account } = await business.addPerson('client', clientId);
  const id = await business.addProject(clientId, contact);
  await owner.query(`update projects set status = 'active', name = $2 where id = $1`, [id, name]);
  const household = { ...account, id: contact, tenantId: business.id, clientId };
  await createPhase(owner, household, id, { name, planned_end_on: plannedEndOn, ...columns });
  await owner.query('update users set last_sign_in_at = now() where id = $1', [contact]);
  return { id, clientId, contact };
}

const names = ({ rows }: { rows: { name: string }[] }) => rows.map(({ name }) => name);

describe('what needs attention', () => {
  it('are open phases of running projects past their end or due within two weeks, the most pressing first', async () => {
    const business = await createBusiness(owner);
    await running(business, 'yesterday', '2026-11-20');
    await running(business, 'long ago', '2025-01-01');
    await running(business, 'today', '2026-11-21');
    await running(business, 'in two weeks', '2026-12-05');
    await running(business, 'in fifteen days', '2026-12-06');
    await running(business, 'undated', null);
    await running(business, 'done', '2026-11-01', { status: 'completed', percent: 100 });
    for (const status of ['on_hold', 'completed', 'cancelled']) {
      const { id } = await running(business, status, '2026-11-01');
      await owner.query('update projects set status = $2::project_status where id = $1', [id, status]);
    }
    const { late, soon, onHold, withoutPhases, withoutContact } = await attention(business);
    expect([names(late), names(soon)]).toEqual([
      ['long ago', 'yesterday'],
      ['today', 'in two weeks'],
    ]);
    expect(names(onHold)).toEqual(['on_hold']);
    expect([withoutPhases.rows, withoutContact.rows]).toEqual([[], []]);
  });

  it('are projects that lack phases or a contact', async () => {
    const business = await createBusiness(owner);
    const clientId = await business.addClient();
    const person = await business.addPerson('client', clientId);
    const [bare, led] = [await business.addProject(clientId), await business.addProject(clientId, person.id)];
    const { withoutPhases, withoutContact } = await attention(business);
    expect(withoutPhases.rows.map(({ id }) => id).toSorted()).toEqual([bare, led].toSorted());
    expect(withoutContact.rows).toEqual([{ id: bare, name: 'House', clientName: 'Okafor residence' }]);
  });

  it('are people with access who never came; an employee is not told', async () => {
    const business = await createBusiness(owner);
    const { clientId, contact } = await running(business, 'Roof', null);
    const invited = await business.addPerson('client', clientId);
    const off = await business.addPerson('client', clientId);
    await owner.query('update users set client_portal_enabled = false where id = $1', [off.id]);
    const { neverSignedIn } = await attention(business);
    expect(neverSignedIn.rows.map(({ id }) => id)).toEqual([invited.id]);
    expect(contact).not.toBe(invited.id);
    expect((await attention(business, business.staff.email)).neverSignedIn.rows).toEqual([]);
  });

  it('says when there is more than it shows', async () => {
    const business = await createBusiness(owner);
    const clientId = await business.addClient();
    for (let n = 0; n < 13; n++) await business.addProject(clientId);
    const { withoutPhases } = await attention(business);
    expect([withoutPhases.rows.length, withoutPhases.more]).toEqual([12, true]);
  });

  it('is nothing of another business', async () => {
    await running(await createBusiness(owner), 'late', '2026-01-01');
    const { hasProjects, ...waiting } = await attention(await createBusiness(owner));
    expect(hasProjects).toBe(false);
    expect(Object.values(waiting).map(({ rows }) => rows.length)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('who can see a project', () => {
  it('says of each person of the client what keeps them out', async () => {
    const business = await createBusiness(owner);
    const clientId = await business.addClient();
    const sees = await business.addPerson('client', clientId);
    const off = await business.addPerson('client', clientId);
    const gone = await business.addPerson('client', clientId);
    await business.addPerson('client', await business.addClient());
    await owner.query('update users set client_portal_enabled = false where id = $1', [off.id]);
    await owner.query('update users set is_active = false where id = $1', [gone.id]);
    const admin = await proven(owner, business.admin.email);
    const refusals = async () => {
      const viewers = await read(admin, (db) => listViewers(db, { clientId }));
      return Object.fromEntries(viewers.map(({ id, refusal }) => [id, refusal]));
    };
    expect(await refusals()).toEqual({ [sees.id]: null, [off.id]: 'portalOff', [gone.id]: 'userInactive' });
    await owner.query('update clients set is_active = false where id = $1', [clientId]);
    expect(await refusals()).toMatchObject({ [sees.id]: 'clientInactive' });
  });

  it('offers people as contacts to an admin, and the clients alone to an employee', async () => {
    const business = await createBusiness(owner);
    const clientId = await business.addClient();
    const { id, name } = await business.addPerson('client', clientId);
    const party = { id: clientId, name: 'Okafor residence', currency: 'EUR' };
    const offered = async (email: string) => read(await proven(owner, email), listParties);
    expect(await offered(business.admin.email)).toEqual([{ ...party, people: [{ id, name }] }]);
    expect(await offered(business.staff.email)).toEqual([{ ...party, people: [] }]);
  });
});
