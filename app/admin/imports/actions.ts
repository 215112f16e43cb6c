'use server';

import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { checkImport, confirmImport, discardImport, undoImport } from '@/lib/imports/commands';
import { checkImportInput, confirmImportInput, importId } from '@/lib/imports/schemas';
import { paths } from '@/lib/paths';

export const checkImportAction = defineAction({ guard: adminUser, input: checkImportInput, run: checkImport });

export const confirmImportAction = defineAction({ guard: adminUser, input: confirmImportInput, run: confirmImport });

export const undoImportAction = defineAction({ guard: adminUser, input: importId, run: undoImport });

export const discardImportAction = defineAction({
  guard: adminUser,
  input: importId,
  run: discardImport,
  redirectTo: paths.admin.imports.list,
});
