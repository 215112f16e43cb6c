import { adminUser } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { defineReadRoute } from '@/lib/doors/route';
import { toBands } from '@/lib/ledger/ageing/columns';
import { listAgeing, sumAgeing } from '@/lib/ledger/ageing/queries';
import { ageingAnswer, ageingFilter } from '@/lib/ledger/ageing/schemas';

export const GET = defineReadRoute({
  summary: 'The open invoices of all clients by the days since they were due.',
  guard: adminUser,
  input: ageingFilter,
  output: ageingAnswer,
  run: async (db, filter, { tenant }) => {
    const today = todayIn(tenant.timeZone);
    const { data, nextCursor } = await listAgeing(db, filter, today);
    const totals = await sumAgeing(db, today);
    return {
      data: data.map((row) => ({ ...row, ...toBands(row, row.currency) })),
      nextCursor,
      totals: totals.map((row) => ({ ...row, ...toBands(row, row.currency) })),
    };
  },
});
