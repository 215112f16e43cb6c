import { adminUser } from '@/lib/authz/guards';
import { defineFileRoute } from '@/lib/doors/file-route';
import { getExportFile, recordExportDownload } from '@/lib/exports/files';
import { exportId } from '@/lib/exports/schemas';

export const GET = defineFileRoute({
  summary: 'The ZIP of an archive of a client that is ready.',
  guard: adminUser,
  input: exportId,
  disposition: 'attachment',
  find: getExportFile,
  record: recordExportDownload,
});
