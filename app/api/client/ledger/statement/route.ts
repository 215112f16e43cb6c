import { clientUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { toStatement } from '@/lib/ledger/columns';
import { statementAnswer, statementFilter } from '@/lib/ledger/schemas';
import { getStatement } from '@/lib/ledger/statement/queries';

export const GET = defineReadRoute({
  summary:
    "The account of the person's client over a span of dates, with both balances and the ageing of open invoices.",
  guard: clientUser,
  input: statementFilter,
  output: recordOf(statementAnswer),
  run: async (db, filter, { clientId, tenant }) => ({
    data: toStatement(await getStatement(db, clientId, filter, tenant.timeZone)),
  }),
});
