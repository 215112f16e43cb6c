import fc from 'fast-check';
import { expect, it } from 'vitest';
import { read } from '@/lib/authz/scope';
import { addDays } from '@/lib/dates';
import { summariseEntries } from '@/lib/time/queries';
import type { TimeMatch, TimePart, TimeSummary } from '@/lib/time/schemas';
import { testDatabase } from '@/tests/support/database/database';
import { createTimeEntry } from '@/tests/support/factories/money';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { actorOf, teamActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

type Entry = { project: number; workedOn: string; minutes: number; billable: boolean; byAdmin: boolean };

const shows = ['entries', 'totals', 'hidden', 'entries'] as const;

/** A client with three projects, each showing its hours in another way, and a project of somebody else. */
async function business() {
  const tenant = await createTestTenant(owner);
  const [clientId, otherId] = [await tenant.addClient(), await tenant.addClient()];
  const clients = [clientId, clientId, clientId, otherId];
  const person = await tenant.addPerson('client', clientId);
  const projects = await Promise.all(clients.map((id) => tenant.addProject(id)));
  for (const [at, id] of projects.entries())
    await owner.query('update projects set hours_shown = $2 where id = $1', [id, shows[at]]);
  const add = ({ project, byAdmin, ...entry }: Entry) =>
    createTimeEntry(
      owner,
      { tenantId: tenant.id, clientId: clients[project] ?? '', id: projects[project] ?? '' },
      byAdmin ? tenant.admin : tenant.staff,
      { ...entry, hoursShown: shows[project] ?? 'entries' },
    );
  const summaries = async (match: TimeMatch) => {
    const [client, admin] = [await actorOf(owner, person.email), await teamActor(owner, tenant.admin.email)];
    return {
      client: await read(client, (db) => summariseEntries(db, match, 'client')),
      team: await read(admin, (db) => summariseEntries(db, match, 'team')),
    };
  };
  return { tenant, projects, add, summaries };
}

/** The sums of entries by a key, as plain code has them; entries without one have the key null. */
function partsBy(entries: readonly Entry[], keyOf: (entry: Entry) => string | null) {
  const keys = [...new Set(entries.map(keyOf))];
  return keys.map((key) => ({ key, ...sumsOf(entries.filter((entry) => keyOf(entry) === key)) })).sort(byKey);
}

const sumsOf = (entries: readonly Entry[]) => ({
  count: entries.length,
  minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
  billableMinutes: entries.reduce((sum, { minutes, billable }) => sum + (billable ? minutes : 0), 0),
});
const byKey = (a: { key: string | null }, b: { key: string | null }) => ((a.key ?? '~') < (b.key ?? '~') ? -1 : 1);
const unnamed = (parts: readonly TimePart[]) =>
  parts.map(({ key, count, minutes, billableMinutes }) => ({ key, count, minutes, billableMinutes })).toSorted(byKey);

/** The Monday of a day, found by walking back. */
function monday(day: string): string {
  return new Date(`${day}T12:00:00Z`).getUTCDay() === 1 ? day : monday(addDays(day, -1));
}

const corners = ['2023-12-31', '2024-02-29', '2024-03-31', '2024-10-27', '2024-12-30'];
const day = fc.tuple(fc.constantFrom(...corners), fc.integer({ min: -9, max: 9 })).map(([of, by]) => addDays(of, by));
const entry = fc.record({
  ...{ project: fc.integer({ min: 0, max: 3 }), workedOn: day, minutes: fc.integer({ min: 1, max: 600 }) },
  ...{ billable: fc.boolean(), byAdmin: fc.boolean() },
});
const filter = fc.record({
  ...{ project: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }) },
  ...{ from: fc.option(day, { nil: undefined }), to: fc.option(day, { nil: undefined }) },
});

it('sums, weeks, people and projects are those of plain code, over the whole filtered set', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { minLength: 5, maxLength: 25 }),
      fc.array(filter, { minLength: 2, maxLength: 4 }),
      async (entries, filters) => {
        const { tenant, projects, add, summaries } = await business();
        for (const one of entries) await add(one);
        for (const { project, from, to } of filters) {
          if (from && to && from > to) continue;
          const match = {
            projectId: project === undefined ? undefined : projects[project],
            dateFrom: from,
            dateTo: to,
          };
          const wanted = entries.filter(
            (one) =>
              (project === undefined || one.project === project) &&
              (!from || one.workedOn >= from) &&
              (!to || one.workedOn <= to),
          );
          const shown = wanted.filter((one) => one.project < 2);
          const { client, team } = await summaries(match);
          const projectOf = (one: Entry) => projects[one.project] ?? '';
          const check = (found: TimeSummary, of: Entry[], personOf: (one: Entry) => string | null) => {
            expect(found.totals).toEqual(sumsOf(of));
            expect(found.unit).toBe('week');
            const weeks = partsBy(of, ({ workedOn }) => monday(workedOn));
            expect(found.spans).toEqual(weeks.map(({ key, minutes }) => ({ from: key, minutes })));
            expect(unnamed(found.people)).toEqual(partsBy(of, personOf));
            expect(unnamed(found.projects)).toEqual(partsBy(of, projectOf));
          };
          check(team, wanted, (one) => (one.byAdmin ? tenant.admin.id : tenant.staff.id));
          // Where a project shows totals only, nobody is named.
          const nameOf = (one: Entry) => (one.byAdmin ? tenant.admin.name : tenant.staff.name);
          check(client, shown, (one) => (one.project === 1 ? null : nameOf(one)));
        }
      },
    ),
    { numRuns: Number(process.env.ORIEL_HOURS_RUNS ?? 12) },
  );
}, 120_000);

it('more than two years of weeks are told by month', async () => {
  const { add, summaries } = await business();
  const weeks = (count: number, of: (at: number) => string) =>
    Promise.all(
      Array.from({ length: count }, (_, at) =>
        add({ project: 0, workedOn: of(at), minutes: 60, billable: true, byAdmin: false }),
      ),
    );
  await weeks(105, (at) => addDays('2024-01-01', 7 * at));
  expect((await summaries({})).client).toMatchObject({ unit: 'week', spans: { length: 105 } });
  await weeks(1, () => '2026-01-05');
  const { unit, spans } = (await summaries({})).client;
  expect([unit, spans.length, spans[0], spans.at(-1)]).toEqual([
    ...['month', 25, { from: '2024-01-01', minutes: 300 }, { from: '2026-01-01', minutes: 60 }],
  ]);
});
