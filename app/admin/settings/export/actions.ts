'use server';

import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { requestBusinessExport } from '@/lib/exports/commands';
import { requestExportInput } from '@/lib/exports/schemas';

export const requestBusinessExportAction = defineAction({
  guard: adminUser,
  input: requestExportInput,
  run: requestBusinessExport,
});
