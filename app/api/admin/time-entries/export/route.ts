import { teamMember } from '@/lib/authz/guards';
import { defineCsvRoute } from '@/lib/doors/csv-route';
import { hoursFileName, teamHoursCsv } from '@/lib/time/export/columns';
import { teamTimeFilter } from '@/lib/time/schemas';
import { listTeamEntries } from '@/lib/time/team-queries';

export const GET = defineCsvRoute({
  summary: 'The hours of the business as CSV, the latest day first; for admins with the invoices that bill them.',
  guard: teamMember,
  input: teamTimeFilter.omit({ limit: true, cursor: true }),
  fileName: hoursFileName,
  exports: 'time_entries',
  columns: teamHoursCsv,
  list: (db, query, filter, actor) => listTeamEntries(db, { ...filter, ...query }, actor),
});
