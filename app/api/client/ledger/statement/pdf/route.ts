import { clientUser } from '@/lib/authz/guards';
import { definePaperRoute } from '@/lib/doors/paper-route';
import { recipientNow, senderNow } from '@/lib/invoices/parties/queries';
import { drawStatement } from '@/lib/invoices/printed/statement';
import { statementCode } from '@/lib/invoices/verification/queries';
import { lockAccount } from '@/lib/ledger/posting';
import { statementFilter } from '@/lib/ledger/schemas';
import { getStatement } from '@/lib/ledger/statement/queries';

export const GET = definePaperRoute({
  summary: 'The PDF of a statement.',
  guard: clientUser,
  input: statementFilter,
  find: async (db, filter, me) => ({
    statement: await getStatement(db, me.clientId, filter, me.tenant.timeZone),
    issuer: await senderNow(db, me),
    recipient: await recipientNow(db, me.clientId),
  }),
  keep: {
    lock: (db, _filter, { clientId }) => lockAccount(db, clientId),
    code: (db, { dateFrom, dateTo }, { clientId }) => statementCode(db, { clientId, dateFrom, dateTo }),
  },
  draw: drawStatement,
});
