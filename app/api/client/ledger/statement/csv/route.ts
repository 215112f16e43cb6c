import { clientUser } from '@/lib/authz/guards';
import { defineCsvRoute } from '@/lib/doors/csv-route';
import { entryCsv } from '@/lib/ledger/export/columns';
import { statementFilter } from '@/lib/ledger/schemas';
import { getStatement } from '@/lib/ledger/statement/queries';

export const GET = defineCsvRoute({
  summary: 'The entries of a statement as CSV, with the balance by date.',
  guard: clientUser,
  input: statementFilter,
  exports: 'statement',
  fileName: ({ dateFrom, dateTo }) => `statement-${dateFrom}-${dateTo}`,
  columns: (locale, { tenant }) => entryCsv(locale, tenant.timeZone),
  list: async (db, _query, filter, { clientId, tenant }) => {
    const { entries } = await getStatement(db, clientId, filter, tenant.timeZone);
    return { data: entries, nextCursor: null };
  },
});
