import { describe, expect, it } from 'vitest';
import { read } from '@/lib/authz/scope';
import { findDashboard, getClientPortalData } from '@/lib/dashboard/queries';
import { addDays } from '@/lib/dates';
import { testDatabase } from '@/tests/support/database/database';
import {
  type ClientFixture,
  create,
  createClientFixture,
  createEmployee,
  createInvoice,
  createPhase,
  createProject,
} from '@/tests/support/fixtures/portal-records';
import { actorOf } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
const today = '2026-03-15';

/** The portal data that this user receives. */
async function dataFor({ email }: { email: string }) {
  const actor = await actorOf(owner, email);
  return read(actor, (db) => getClientPortalData(db, today));
}

describe('what keeps somebody out gives them null', () => {
  const endings: [string, (fixture: ClientFixture) => [string, unknown[]]][] = [
    ['the person is inactive', ({ id }) => ['update users set is_active = false where id = $1', [id]]],
    ['the portal is off', ({ id }) => ['update users set client_portal_enabled = false where id = $1', [id]]],
    ['the client is inactive', ({ clientId }) => ['update clients set is_active = false where id = $1', [clientId]]],
    [
      'the business is suspended',
      ({ tenantId }) => ["update tenants set status = 'suspended', suspended_at = now() where id = $1", [tenantId]],
    ],
    [
      'the client was taken away',
      ({ id }) => ['update users set client_id = null, client_portal_enabled = false where id = $1', [id]],
    ],
  ];

  it.each(endings)('%s, even after the guard', async (_what, ending) => {
    const fixture = await createClientFixture(owner);
    await createProject(owner, fixture);
    const actor = await actorOf(owner, fixture.email);
    const look = () => read(actor, (db) => getClientPortalData(db, today));
    expect((await look())?.projects).toHaveLength(1);
    await owner.query(...ending(fixture));
    expect(await look()).toBeNull();
  });

  it('they belong to another client by now', async () => {
    const [before, after] = [await createClientFixture(owner), await createClientFixture(owner)];
    await createProject(owner, before);
    const actor = await actorOf(owner, before.email);
    await owner.query('update users set tenant_id = $2, client_id = $3 where id = $1', [
      before.id,
      after.tenantId,
      after.clientId,
    ]);
    expect(await read(actor, (db) => getClientPortalData(db, today))).toBeNull();
  });

  it('they are of the business, not of a client', async () => {
    const fixture = await createClientFixture(owner);
    const { email } = await createEmployee(owner, fixture);
    const actor = await actorOf(owner, email);
    expect(await read(actor, (db) => getClientPortalData(db, today))).toBeNull();
  });
});

describe('projects', () => {
  it('go on or are finished; both stay, those under way first', async () => {
    const fixture = await createClientFixture(owner);
    for (const status of ['cancelled', 'planned', 'completed', 'on_hold', 'active'])
      await createProject(owner, fixture, { name: status, status });
    const data = await dataFor(fixture);
    expect(data?.projects.map(({ name }) => name)).toEqual(['active', 'on_hold', 'planned']);
    expect(data?.earlierProjects.map(({ name }) => name).sort()).toEqual(['cancelled', 'completed']);
    expect(data?.client).toMatchObject({ currentProjects: 3, earlierProjects: 2 });
  });

  it('are counted beyond those that are shown', async () => {
    const fixture = await createClientFixture(owner);
    for (let count = 0; count < 8; count += 1) await createProject(owner, fixture, { status: 'completed' });
    const data = await dataFor(fixture);
    expect(data?.client.earlierProjects).toBe(8);
    expect(data?.earlierProjects).toHaveLength(6);
  });

  it('carry their phases in order and the weighted mean of them', async () => {
    const fixture = await createClientFixture(owner);
    const project = await createProject(owner, fixture);
    const percents = { percent: 100, weight: 3, status: 'completed' };
    await createPhase(owner, fixture, project, { name: 'second', position: 2 });
    await createPhase(owner, fixture, project, { name: 'first', position: 1, ...percents, planned_end_on: today });
    const [shown] = (await dataFor(fixture))?.projects ?? [];
    expect(shown?.progress).toBe(75);
    expect(shown?.phases.map(({ name, plannedEndOn }) => [name, plannedEndOn])).toEqual([
      ['first', today],
      ['second', null],
    ]);
  });
});

describe('money and hours', () => {
  it('sums every open invoice and names the first few, those due first', async () => {
    const fixture = await createClientFixture(owner);
    for (let day = 1; day <= 7; day += 1)
      await createInvoice(owner, fixture, { total_minor: 1000, due_on: addDays('2026-03-11', day) });
    const { invoices } = (await dataFor(fixture)) ?? {};
    expect(invoices).toMatchObject({ count: 7, totalOpenMinor: 7000n, overdueCount: 3, overdueMinor: 3000n });
    expect(invoices?.first.map(({ dueOn }) => dueOn)).toEqual([1, 2, 3, 4, 5].map((day) => addDays('2026-03-11', day)));
  });

  it('counts what is left of a part payment, and no draft, paid or void invoice', async () => {
    const fixture = await createClientFixture(owner);
    await createInvoice(owner, fixture, { total_minor: 1000, paid_minor: 400 });
    await createInvoice(owner, fixture, { total_minor: 20_000, paid_minor: 20_000 });
    await createInvoice(owner, fixture, { total_minor: 300_000, status: 'draft' });
    const voided = { status: 'void', voided_at: new Date() };
    await createInvoice(owner, fixture, { total_minor: 4_000_000, ...voided });
    const { invoices } = (await dataFor(fixture)) ?? {};
    expect(invoices).toMatchObject({ count: 1, totalOpenMinor: 600n, overdueMinor: 600n });
    expect(invoices?.first.map(({ openMinor }) => openMinor)).toEqual([600n]);
  });

  it('is not overdue on its due day', async () => {
    const fixture = await createClientFixture(owner);
    await createInvoice(owner, fixture, { due_on: today });
    expect((await dataFor(fixture))?.invoices).toMatchObject({ count: 1, overdueCount: 0, overdueMinor: 0n });
  });

  it('sums every minute of the month and names the latest entries', async () => {
    const fixture = await createClientFixture(owner);
    const project = await createProject(owner, fixture);
    const { id: employee } = await createEmployee(owner, fixture);
    const work = (worked_on: string) =>
      create(owner, 'time_entries', fixture, {
        ...{ project_id: project, user_id: employee, user_name: 'Ida Brandt', worked_on, minutes: 60 },
        ...{ description: 'On site', cost_rate_minor: 4200 },
      });
    for (const day of ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01']) await work(day);
    for (let day = 2; day <= 9; day += 1) await work(`2026-03-0${day}`);
    const { timeEntries } = (await dataFor(fixture)) ?? {};
    expect(timeEntries).toMatchObject({ from: '2026-03-01', to: '2026-03-31', minutes: 600, count: 10 });
    expect(timeEntries?.latest.map(({ workedOn }) => workedOn)).toEqual(
      ['31', '09', '08', '07', '06'].map((day) => `2026-03-${day}`),
    );
    expect(JSON.stringify(timeEntries)).not.toContain('4200');
  });

  it('are nothing, not missing, where there is none', async () => {
    const data = await dataFor(await createClientFixture(owner));
    const none = { count: 0, totalOpenMinor: 0n, overdueCount: 0, overdueMinor: 0n, claimedCount: 0 };
    expect(data?.invoices).toEqual({ ...none, first: [] });
    expect(data?.timeEntries).toMatchObject({ minutes: 0, count: 0, latest: [] });
  });
});

describe('the dashboard', () => {
  it('lists what is next and what changed, and nothing of another client', async () => {
    const [fixture, neighbour] = [await createClientFixture(owner), await createClientFixture(owner)];
    for (const [home, mark] of [
      [fixture, 'ours'],
      [neighbour, 'theirs'],
    ] as const) {
      const { id: author } = await createEmployee(owner, home);
      const project = await createProject(owner, home, { name: mark });
      const running = { status: 'in_progress', percent: 40, actual_start_on: '2026-03-02' };
      await createPhase(owner, home, project, { name: `${mark} late`, planned_end_on: '2026-03-10', ...running });
      await createPhase(owner, home, project, { name: `${mark} next`, planned_end_on: '2026-03-20', position: 2 });
      await create(owner, 'project_updates', home, {
        ...{ project_id: project, author_id: author, author_name: 'Ida Brandt' },
        ...{ title: `${mark} note`, body: 'word '.repeat(200), posted_on: '2026-03-05', published_at: '2026-03-05' },
      });
    }
    const actor = await actorOf(owner, fixture.email);
    const dashboard = await read(actor, (db) => findDashboard(db, today));
    expect(dashboard?.milestones.map(({ phaseName, isOverdue }) => [phaseName, isOverdue])).toEqual([
      ['ours late', true],
      ['ours next', false],
    ]);
    expect(dashboard?.news.map(({ kind, title, on }) => [kind, title, on])).toEqual([
      ['update', 'ours note', '2026-03-05'],
      ['phase_started', 'ours late', '2026-03-02'],
    ]);
    expect(dashboard?.news[0]?.excerpt).toHaveLength(281);
  });
});
