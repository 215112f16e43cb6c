import { adminUser } from '@/lib/authz/guards';
import { defineCsvRoute } from '@/lib/doors/csv-route';
import { entryCsv } from '@/lib/ledger/export/columns';
import { teamStatementFilter } from '@/lib/ledger/schemas';
import { getStatement } from '@/lib/ledger/statement/queries';

export const GET = defineCsvRoute({
  summary: "The entries of a client's statement as CSV, with the balance by date.",
  guard: adminUser,
  input: teamStatementFilter,
  exports: 'statement',
  fileName: ({ dateFrom, dateTo }) => `statement-${dateFrom}-${dateTo}`,
  columns: (locale, { tenant }) => entryCsv(locale, tenant.timeZone),
  list: async (db, _query, { id, ...filter }, { tenant }) => {
    const { entries } = await getStatement(db, id, filter, tenant.timeZone);
    return { data: entries, nextCursor: null };
  },
});
