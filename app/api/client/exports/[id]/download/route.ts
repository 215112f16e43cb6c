import { clientUser } from '@/lib/authz/guards';
import { defineFileRoute } from '@/lib/doors/file-route';
import { getExportFile, recordExportDownload } from '@/lib/exports/files';
import { exportId } from '@/lib/exports/schemas';

export const GET = defineFileRoute({
  summary: 'The ZIP of an archive that is ready.',
  guard: clientUser,
  input: exportId,
  disposition: 'attachment',
  find: getExportFile,
  record: recordExportDownload,
});
