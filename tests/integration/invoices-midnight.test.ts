import { afterEach, describe, expect, it, vi } from 'vitest';
import { GET as readDashboard } from '@/app/api/client/dashboard/route';
import { GET as readOwnList } from '@/app/api/client/invoices/route';
import { inZone } from '@/lib/calendar';
import { testDatabase } from '@/tests/support/database/database';
import { moneyBusiness } from '@/tests/support/fixtures/payments';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();

afterEach(() => {
  vi.useRealTimers();
});

describe('at midnight in the time zone of the business', () => {
  it.each(['Europe/Lisbon', 'Pacific/Auckland', 'Pacific/Honolulu'])(
    'an open invoice becomes overdue in lists, sums and on the dashboard, and a paid one does not: %s',
    async (zone) => {
      const { id, clientId, addPerson, admin, invoices, paid } = await moneyBusiness(owner);
      await owner.query('update tenants set time_zone = $2 where id = $1', [id, zone]);
      const jane = await addPerson('client', clientId);
      const now = inZone(new Date(), zone);
      const dates = { issued_on: now.toPlainDate().toString(), due_on: now.toPlainDate().toString() };
      const draft = (unit_price: string) => ({
        client_id: clientId,
        lines: [{ description: 'A', quantity: '1', unit_price }],
      });
      const [open, settled] = [await invoices.issued(draft('10'), dates), await invoices.issued(draft('20'), dates)];
      await paid({
        ...{ amount: '20.00', paid_on: dates.issued_on },
        allocations: [{ invoice_id: settled.id, amount: '20.00' }],
      });
      const midnight = now.toPlainDate().add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
      const shownAt = async (at: number) => {
        vi.useFakeTimers({ toFake: ['Date'], now: at });
        const list = async (status: string) => {
          const { data } = (await call(readOwnList, { token: jane.token, query: `?status=${status}` })).body;
          return data.map((invoice: { id: string }) => invoice.id);
        };
        const { body } = await call(readDashboard, { token: jane.token });
        const team = (await invoices.list('?status=overdue')).body;
        return {
          ...{ unpaid: await list('unpaid'), overdue: await list('overdue'), paid: await list('paid') },
          ...{ dashboard: body.data.invoices.overdue, sums: team.totals.map(({ open: sum }: { open: string }) => sum) },
          one: (await invoices.read(open.id)).body.data.is_overdue,
        };
      };
      const both = { unpaid: [open.id], paid: [settled.id] };
      expect(await shownAt(midnight - 1)).toEqual({ ...both, overdue: [], dashboard: '0.00', sums: [], one: false });
      expect(await shownAt(midnight)).toEqual({
        ...both,
        ...{ overdue: [open.id], dashboard: '10.00', sums: ['10.00'], one: true },
      });
      expect(admin.id).not.toBe(jane.id);
    },
  );
});
