import { clientUser } from '@/lib/authz/guards';
import { defineCsvRoute } from '@/lib/doors/csv-route';
import { entryCsv } from '@/lib/ledger/export/columns';
import { listEntries } from '@/lib/ledger/queries';
import { ledgerFilter } from '@/lib/ledger/schemas';

export const GET = defineCsvRoute({
  summary: "The entries of the account of the person's client as CSV, the latest posting first.",
  guard: clientUser,
  input: ledgerFilter.omit({ limit: true, cursor: true }),
  exports: 'ledger',
  fileName: () => 'account',
  columns: (locale, { tenant }) => entryCsv(locale, tenant.timeZone),
  list: (db, query, filter, { clientId }) => listEntries(db, clientId, { ...filter, ...query }),
});
