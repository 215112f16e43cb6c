import { z } from 'zod';
import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { discardImport } from '@/lib/imports/commands';
import { getImport } from '@/lib/imports/queries';
import { importDetail, importId } from '@/lib/imports/schemas';

export const GET = defineReadRoute({
  summary: 'One import: its columns, what the check counted, and how far the work has come.',
  guard: adminUser,
  input: importId,
  output: recordOf(importDetail),
  run: async (db, input) => ({ data: await getImport(db, input) }),
});

export const DELETE = defineWriteRoute({
  summary: 'Throws an import away that has written nothing, or was taken back.',
  guard: adminUser,
  input: importId,
  output: z.void(),
  status: 204,
  run: discardImport,
});
