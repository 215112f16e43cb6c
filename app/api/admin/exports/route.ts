import { adminUser } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { requestBusinessExport } from '@/lib/exports/commands';
import { exportFilter, requestExportInput, teamExport } from '@/lib/exports/schemas';
import { getTeamExport, listBusinessExports } from '@/lib/exports/team-queries';

export const GET = defineReadRoute({
  summary: 'The archives of the whole business, the latest first.',
  guard: adminUser,
  input: exportFilter,
  output: listOf(teamExport),
  run: (db, filter) => listBusinessExports(db, filter),
});

export const POST = defineWriteRoute({
  summary: 'Asks for an archive of the whole business, from which it can be restored into another installation.',
  guard: adminUser,
  input: requestExportInput,
  output: recordOf(teamExport),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await getTeamExport(db, await requestBusinessExport(db, input, actor)) }),
});
