import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { checkImport } from '@/lib/imports/commands';
import { getImport } from '@/lib/imports/queries';
import { checkImportInput, importDetail } from '@/lib/imports/schemas';

export const POST = defineWriteRoute({
  summary: 'Has the file checked with this reading and mapping: what would be created and changed, and what is wrong.',
  guard: adminUser,
  input: checkImportInput,
  output: recordOf(importDetail),
  run: async (db, input, actor) => ({ data: await getImport(db, await checkImport(db, input, actor)) }),
});
