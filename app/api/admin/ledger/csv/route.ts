import { adminUser } from '@/lib/authz/guards';
import { defineCsvRoute } from '@/lib/doors/csv-route';
import { allEntriesCsv } from '@/lib/ledger/export/columns';
import { withClientNames } from '@/lib/ledger/overview/queries';
import { listAllEntries, listEntries } from '@/lib/ledger/queries';
import { teamLedgerFilter } from '@/lib/ledger/schemas';

export const GET = defineCsvRoute({
  summary: 'The entries of all accounts, or of one, as CSV, the latest posting first.',
  guard: adminUser,
  input: teamLedgerFilter.omit({ limit: true, cursor: true }),
  exports: 'ledger',
  fileName: () => 'ledger',
  columns: (locale, { tenant }) => allEntriesCsv(locale, tenant.timeZone),
  list: async (db, query, { partyId, ...filter }) => {
    const asked = { ...filter, ...query };
    const { data, nextCursor } = partyId ? await listEntries(db, partyId, asked) : await listAllEntries(db, asked);
    return { data: await withClientNames(db, data), nextCursor };
  },
});
