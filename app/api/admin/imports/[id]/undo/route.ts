import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { undoImport } from '@/lib/imports/commands';
import { getImport } from '@/lib/imports/queries';
import { importDetail, importId } from '@/lib/imports/schemas';

export const POST = defineWriteRoute({
  summary: 'Has what an import wrote taken back, while nothing refers to it.',
  guard: adminUser,
  input: importId,
  output: recordOf(importDetail),
  run: async (db, input, actor) => ({ data: await getImport(db, await undoImport(db, input, actor)) }),
});
