import { clientUser } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { requestExport } from '@/lib/exports/commands';
import { getExport, listExports } from '@/lib/exports/queries';
import { clientExport, exportFilter, requestExportInput } from '@/lib/exports/schemas';

export const GET = defineReadRoute({
  summary: 'The archives that you have asked for, the latest first.',
  guard: clientUser,
  input: exportFilter,
  output: listOf(clientExport),
  run: listExports,
});

export const POST = defineWriteRoute({
  summary:
    'Asks for an archive of everything that you may see. It is made by the worker; you are told when it is ready.',
  guard: clientUser,
  input: requestExportInput,
  output: recordOf(clientExport),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await getExport(db, await requestExport(db, input, actor)) }),
});
