import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { toStatement } from '@/lib/ledger/columns';
import { statementAnswer, teamStatementFilter } from '@/lib/ledger/schemas';
import { getStatement } from '@/lib/ledger/statement/queries';

export const GET = defineReadRoute({
  summary: "A client's account over a span of dates, with both balances and the ageing of open invoices.",
  guard: adminUser,
  input: teamStatementFilter,
  output: recordOf(statementAnswer),
  run: async (db, { id, ...filter }, { tenant }) => ({
    data: toStatement(await getStatement(db, id, filter, tenant.timeZone)),
  }),
});
