import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '@/lib/authz/scope';
import { getPlatformDashboard } from '@/lib/dashboard/platform/queries';
import { getTeamDashboard } from '@/lib/dashboard/team-queries';
import { testDatabase } from '@/tests/support/database/database';
import { createClient, createProject, createSuperAdmin, createTenant } from '@/tests/support/factories/identity';
import { createLedgerEntry, createTimeEntry } from '@/tests/support/factories/money';
import { createStoredFile } from '@/tests/support/factories/records';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { platformActor, teamActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

/** The sums by adding up the rows, in the form of the table. */
const recomputed = `
  select * from (
    select tenant_id, 'people' as kind, date_trunc('month', created_at at time zone 'UTC')::date as period_on, '' as currency, count(*)::bigint as amount
      from users where tenant_id is not null group by 1, 3
    union all select tenant_id, 'projects', date_trunc('month', created_at at time zone 'UTC')::date, '', count(*) from projects group by 1, 3
    union all select tenant_id, 'bytes', date_trunc('month', created_at at time zone 'UTC')::date, '', sum(byte_size)::bigint from stored_files group by 1, 3
    union all select tenant_id, 'minutes', worked_on - (extract(isodow from worked_on)::int - 1), '', sum(minutes) from time_entries group by 1, 3
    union all select tenant_id, 'received', (to_char(entry_on, 'YYYY-MM') || '-01')::date, currency, sum(debit_minor - credit_minor)::bigint
      from ledger_entries where entry_type in ('payment', 'refund') group by 1, 3, 4
    union all select tenant_id, 'invoiced', (to_char(entry_on, 'YYYY-MM') || '-01')::date, currency, sum(credit_minor - debit_minor)::bigint
      from ledger_entries where entry_type = 'invoice' or (entry_type = 'adjustment' and coalesce(invoice_id, credit_note_id) is not null) group by 1, 3, 4
  ) sums where tenant_id = $1 and amount <> 0 order by kind, period_on, currency`;
const kept = `select tenant_id, kind, period_on, currency, amount from rollups where tenant_id = $1 and amount <> 0 order by kind, period_on, currency`;

const rowsOf = async (sql: string, tenantId: string) => (await owner.query(sql, [tenantId])).rows;

const dates = fc.constantFrom('2025-12-28', '2025-12-29', '2026-01-01', '2026-01-31', '2026-02-01', '2026-03-30');
const step = fc.oneof(
  fc.record({ do: fc.constant('work' as const), on: dates, minutes: fc.integer({ min: 1, max: 600 }) }),
  fc.record({
    do: fc.constantFrom('change' as const, 'remove' as const),
    on: dates,
    minutes: fc.integer({ min: 1, max: 600 }),
  }),
  fc.record({
    do: fc.constantFrom('invoice' as const, 'payment' as const, 'refund' as const, 'adjustment' as const),
    on: dates,
    minutes: fc.integer({ min: 1, max: 600 }),
  }),
  fc.record({
    do: fc.constantFrom('file' as const, 'unfile' as const, 'project' as const),
    on: dates,
    minutes: fc.integer({ min: 1, max: 600 }),
  }),
);

describe('sums per month and week', () => {
  it('are those of the rows after any history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const tenant = await createTestTenant(owner);
        const client = { ...(await createClient(owner, tenant)), currency: 'EUR' };
        const { id } = await createProject(owner, client);
        const project = { tenantId: tenant.id, clientId: client.id, id };
        for (const { do: what, on, minutes } of steps) {
          const createdAt = new Date(`${on}T23:30:00Z`);
          if (what === 'work') await createTimeEntry(owner, project, tenant.staff, { workedOn: on, minutes });
          // Several rows in one statement.
          if (what === 'change')
            await owner.query(
              'update time_entries set minutes = $2, worked_on = $3 where tenant_id = $1 and minutes > $2',
              [tenant.id, minutes, on],
            );
          if (what === 'remove')
            await owner.query('delete from time_entries where tenant_id = $1 and minutes < $2', [tenant.id, minutes]);
          const minor = BigInt(minutes);
          if (what === 'invoice' || what === 'refund')
            await createLedgerEntry(owner, client, tenant.admin, { entryType: what, entryOn: on, creditMinor: minor });
          if (what === 'payment' || what === 'adjustment')
            await createLedgerEntry(owner, client, tenant.admin, {
              entryType: what,
              entryOn: on,
              debitMinor: minor,
              creditMinor: 0n,
            });
          if (what === 'file') await createStoredFile(owner, { tenantId: tenant.id }, { createdAt, byteSize: minor });
          if (what === 'unfile')
            await owner.query('delete from stored_files where tenant_id = $1 and byte_size < $2', [tenant.id, minutes]);
          if (what === 'project') await createProject(owner, client, { createdAt });
        }
        expect(await rowsOf(kept, tenant.id)).toEqual(await rowsOf(recomputed, tenant.id));
      }),
      { numRuns: 15 },
    );
  });

  it('are the charts of the business: months of money for admins, weeks of hours for staff too', async () => {
    const tenant = await createTestTenant(owner);
    const client = { ...(await createClient(owner, tenant)), currency: 'EUR' };
    const { id } = await createProject(owner, client);
    const entry = { entryOn: '2026-11-02' };
    await createLedgerEntry(owner, client, tenant.admin, { ...entry, entryType: 'invoice', creditMinor: 12_000n });
    await createLedgerEntry(owner, client, tenant.admin, {
      ...entry,
      entryType: 'payment',
      debitMinor: 5_000n,
      creditMinor: 0n,
    });
    await createTimeEntry(owner, { tenantId: tenant.id, clientId: client.id, id }, tenant.staff, {
      workedOn: '2026-11-20',
      minutes: 90,
    });
    const figures = async (email: string) => {
      const actor = await teamActor(owner, email);
      const { money, hours } = await read(actor, (db) => getTeamDashboard(db, { show: 'all' }, '2026-11-21', actor));
      return { money, hours };
    };
    const { money, hours } = await figures(tenant.admin.email);
    expect(money).toMatchObject([{ currency: 'EUR' }]);
    expect(money[0]?.months.map(({ month }) => month)).toEqual([
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
    ]);
    expect(money[0]?.months.at(-1)).toEqual({ month: '2026-11', invoicedMinor: 12_000n, receivedMinor: 5_000n });
    expect([hours.length, hours.at(-1)]).toEqual([12, { from: '2026-11-16', minutes: 90 }]);
    expect(await figures(tenant.staff.email)).toEqual({ money: [], hours });
  });

  it('are what the operator sees of each business and of the growth of all', async () => {
    const operator = await createSuperAdmin(owner);
    const actor = await platformActor(owner, operator.email);
    const seen = () => read(actor, (db) => getPlatformDashboard(db, new Date().toISOString().slice(0, 10)));
    const before = await seen();
    const tenant = await createTenant(owner);
    const client = await createClient(owner, tenant);
    await createProject(owner, client);
    await createStoredFile(owner, { tenantId: tenant.id }, { byteSize: 4_711n });
    const { tenants, growth, active } = await seen();
    expect(tenants.find(({ id }) => id === tenant.id)).toMatchObject({
      people: 0,
      projects: 1,
      storedBytes: 4_711,
      lastSignInAt: null,
    });
    expect(active).toBe(before.active + 1);
    const [was, is] = [before.growth.at(-1), growth.at(-1)];
    expect([growth.length, is?.tenants, is?.storedBytes]).toEqual([
      12,
      (was?.tenants ?? 0) + 1,
      (was?.storedBytes ?? 0) + 4_711,
    ]);
  });
});
