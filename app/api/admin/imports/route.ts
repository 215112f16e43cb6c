import { adminUser } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { defineUploadRoute } from '@/lib/doors/upload-route';
import { listImports } from '@/lib/imports/queries';
import { type ImportDetail, importDetail, importFilter, importSummary, startImportInput } from '@/lib/imports/schemas';
import { startImport } from '@/lib/imports/uploads';
import { paths } from '@/lib/paths';

export const GET = defineReadRoute({
  summary: "The business's imports, the latest first.",
  guard: adminUser,
  input: importFilter,
  output: listOf(importSummary),
  run: listImports,
});

export const POST = defineUploadRoute({
  summary:
    'Begins an import with a CSV or XLSX file: how it is written and what its columns seem to hold. Nothing is written yet.',
  guard: adminUser,
  kind: 'import',
  fileField: 'file',
  input: startImportInput,
  output: recordOf(importDetail),
  run: ([file], input, actor, keep) => startImport(file, input, actor, keep),
  answer: (started: ImportDetail) => ({ data: started }),
  redirectTo: ({ data }) => paths.admin.imports.show(data.id),
});
