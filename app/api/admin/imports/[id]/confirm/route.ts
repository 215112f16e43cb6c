import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { confirmImport } from '@/lib/imports/commands';
import { getImport } from '@/lib/imports/queries';
import { confirmImportInput, importDetail } from '@/lib/imports/schemas';

export const POST = defineWriteRoute({
  summary: 'Has a file without problems written, all of it in one transaction.',
  guard: adminUser,
  input: confirmImportInput,
  output: recordOf(importDetail),
  run: async (db, input, actor) => ({ data: await getImport(db, await confirmImport(db, input, actor)) }),
});
