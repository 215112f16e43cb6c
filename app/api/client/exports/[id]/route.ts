import { clientUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { getExport } from '@/lib/exports/queries';
import { clientExport, exportId } from '@/lib/exports/schemas';

export const GET = defineReadRoute({
  summary: 'One archive that you have asked for, with its progress.',
  guard: clientUser,
  input: exportId,
  output: recordOf(clientExport),
  run: async (db, input) => ({ data: await getExport(db, input) }),
});
