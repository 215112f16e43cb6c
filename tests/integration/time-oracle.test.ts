import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GET as teamList } from '@/app/api/admin/time-entries/route';
import { GET as clientList } from '@/app/api/client/time-entries/route';
import { addDays } from '@/lib/dates';
import { testDatabase } from '@/tests/support/database/database';
import { createTimeEntry } from '@/tests/support/factories/money';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();

/** The days around year ends, leap days and changes of summer time, in both hemispheres. */
const corners = ['2023-12-31', '2024-02-29', '2024-03-31', '2024-10-27', '2024-12-30', '2025-04-06', '2025-09-28'];
const day = fc.tuple(fc.constantFrom(...corners), fc.integer({ min: -3, max: 3 })).map(([of, by]) => addDays(of, by));
const zones = ['Europe/Lisbon', 'Pacific/Auckland', 'America/St_Johns', 'Pacific/Kiritimati', 'UTC'];

const entry = fc.record({
  ...{ project: fc.integer({ min: 0, max: 3 }), workedOn: day, minutes: fc.integer({ min: 1, max: 600 }) },
  ...{ billable: fc.boolean(), byAdmin: fc.boolean() },
});
const filter = fc.record({
  project: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  from: fc.option(day, { nil: undefined }),
  to: fc.option(day, { nil: undefined }),
});

it('filter, order and sums are those of plain SQL, for clients and the team, across zones and corners of the calendar', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { minLength: 15, maxLength: 40 }),
      fc.array(filter, { minLength: 3, maxLength: 6 }),
      fc.constantFrom(...zones),
      fc.integer({ min: 1, max: 7 }),
      async (entries, filters, zone, limit) => {
        const tenant = await createTestTenant(owner);
        await owner.query('update tenants set time_zone = $2 where id = $1', [tenant.id, zone]);
        const [clientId, otherId] = [await tenant.addClient(), await tenant.addClient()];
        const person = await tenant.addPerson('client', clientId);
        const shows = ['entries', 'totals', 'hidden', 'entries'] as const;
        const clients = [clientId, clientId, clientId, otherId];
        const projects = await Promise.all(clients.map((id) => tenant.addProject(id)));
        for (const [at, id] of projects.entries())
          await owner.query('update projects set hours_shown = $2 where id = $1', [id, shows[at]]);
        for (const { project, workedOn, minutes, billable, byAdmin } of entries) {
          const parent = { tenantId: tenant.id, clientId: clients[project] ?? '', id: projects[project] ?? '' };
          const hoursShown = shows[project] ?? 'entries';
          await createTimeEntry(owner, parent, byAdmin ? tenant.admin : tenant.staff, {
            ...{ workedOn, minutes, billable, hoursShown },
          });
        }
        for (const { project, from, to } of filters) {
          if (from && to && from > to) continue;
          const projectId = project === undefined ? undefined : projects[project];
          const query = new URLSearchParams({
            ...{ limit: String(limit) },
            ...(projectId && { project_id: projectId }),
            ...(from && { date_from: from }),
            ...(to && { date_to: to }),
          });
          const wanted = [tenant.id, projectId ?? null, from ?? null, to ?? null];
          const team = await allPages(teamList, tenant.admin.token, query);
          expect(team).toEqual(await oracle('true', wanted));
          if (project === 3) continue; // another client's project is not found
          const shown = `client_id = '${clientId}' and project_id <> '${projects[2]}'`;
          expect(await allPages(clientList, person.token, query)).toEqual(await oracle(shown, wanted));
        }
      },
    ),
    { numRuns: Number(process.env.ORIEL_HOURS_RUNS ?? 20) },
  );
}, 120_000);

/** All pages of a list as one, and the sums, which every page repeats. */
async function allPages(handler: typeof teamList, token: string, query: URLSearchParams) {
  const ids: string[] = [];
  let totals: unknown;
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { status, body } = await call(handler, { token, query: `?${query}${cursor && `&cursor=${cursor}`}` });
    expect(status).toBe(200);
    if (totals) expect(body.totals).toEqual(totals);
    totals = body.totals;
    ids.push(...body.data.map(({ id }: { id: string }) => id));
    cursor = body.next_cursor;
  }
  return { ids, totals };
}

async function oracle(shown: string, wanted: (string | null)[]) {
  const { rows } = await owner.query<{ id: string; minutes: number; billable: boolean }>(
    `select id, minutes, billable from time_entries
     where tenant_id = $1 and ($2::uuid is null or project_id = $2) and ($3::date is null or worked_on >= $3)
       and ($4::date is null or worked_on <= $4) and ${shown}
     order by worked_on desc, id`,
    wanted,
  );
  const sum = (some: typeof rows) => some.reduce((total, { minutes }) => total + minutes, 0);
  const totals = {
    count: rows.length,
    minutes: sum(rows),
    billable_minutes: sum(rows.filter(({ billable }) => billable)),
  };
  return { ids: rows.map(({ id }) => id), totals };
}
