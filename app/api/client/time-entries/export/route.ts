import { clientUser } from '@/lib/authz/guards';
import { defineCsvRoute } from '@/lib/doors/csv-route';
import { hoursCsv, hoursFileName } from '@/lib/time/export/columns';
import { listEntries, requireProject } from '@/lib/time/queries';
import { timeFilter } from '@/lib/time/schemas';

export const GET = defineCsvRoute({
  summary: 'The hours of the visible projects as CSV, the latest day first.',
  guard: clientUser,
  input: timeFilter.omit({ limit: true, cursor: true }),
  fileName: hoursFileName,
  exports: 'time_entries',
  columns: hoursCsv,
  list: async (db, query, filter) => {
    if (!query.cursor) await requireProject(db, filter);
    return listEntries(db, { ...filter, ...query });
  },
});
