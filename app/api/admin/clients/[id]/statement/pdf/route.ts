import { adminUser } from '@/lib/authz/guards';
import { definePaperRoute } from '@/lib/doors/paper-route';
import { recipientNow, senderNow } from '@/lib/invoices/parties/queries';
import { drawStatement } from '@/lib/invoices/printed/statement';
import { statementCode } from '@/lib/invoices/verification/queries';
import { lockAccount } from '@/lib/ledger/posting';
import { teamStatementFilter } from '@/lib/ledger/schemas';
import { getStatement } from '@/lib/ledger/statement/queries';

export const GET = definePaperRoute({
  summary: "The PDF of a client's statement.",
  guard: adminUser,
  input: teamStatementFilter,
  find: async (db, { id, ...filter }, me) => ({
    statement: await getStatement(db, id, filter, me.tenant.timeZone),
    issuer: await senderNow(db, me),
    recipient: await recipientNow(db, id),
  }),
  keep: {
    lock: (db, { id }) => lockAccount(db, id),
    code: (db, { id: clientId, dateFrom, dateTo }) => statementCode(db, { clientId, dateFrom, dateTo }),
  },
  draw: drawStatement,
});
