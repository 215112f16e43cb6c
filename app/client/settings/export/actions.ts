'use server';

import { clientUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { requestExport } from '@/lib/exports/commands';
import { requestExportInput } from '@/lib/exports/schemas';

export const requestExportAction = defineAction({ guard: clientUser, input: requestExportInput, run: requestExport });
