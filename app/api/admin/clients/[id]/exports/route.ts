import { adminUser } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { requestHandover } from '@/lib/exports/commands';
import { clientExportFilter, requestHandoverInput, teamExport } from '@/lib/exports/schemas';
import { getTeamExport, listClientExports } from '@/lib/exports/team-queries';

export const GET = defineReadRoute({
  summary: 'The archives of a client, the latest first: those that its people asked for and those for a handover.',
  guard: adminUser,
  input: clientExportFilter,
  output: listOf(teamExport),
  run: (db, filter) => listClientExports(db, filter),
});

export const POST = defineWriteRoute({
  summary: 'Asks for an archive of everything that a person of the client may see, to hand it over.',
  guard: adminUser,
  input: requestHandoverInput,
  output: recordOf(teamExport),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await getTeamExport(db, await requestHandover(db, input, actor)) }),
});
