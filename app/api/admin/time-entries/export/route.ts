import { teamMember } from '@/lib/authz/guards';
import { defineCsvRoute } from '@/lib/doors/csv-route';
import { hoursFileName, teamHoursCsv } from '@/lib/time/export/columns';
import { requireProject } from '@/lib/time/queries';
import { teamTimeFilter } from '@/lib/time/schemas';
import { listTeamEntries } from '@/lib/time/team-queries';

export const GET = defineCsvRoute({
  summary: 'The hours of the business as CSV, the latest day first; for admins with the invoices that bill them.',
  guard: teamMember,
  input: teamTimeFilter.omit({ limit: true, cursor: true }),
  fileName: hoursFileName,
  exports: 'time_entries',
  columns: teamHoursCsv,
  list: async (db, query, filter, actor) => {
    if (!query.cursor) await requireProject(db, filter);
    return listTeamEntries(db, { ...filter, ...query }, actor);
  },
});
