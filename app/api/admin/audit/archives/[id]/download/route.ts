import { adminUser } from '@/lib/authz/guards';
import { defineFileRoute } from '@/lib/doors/file-route';
import { getArchiveFile, recordArchiveDownload } from '@/lib/trail-archives/files';
import { archiveId } from '@/lib/trail-archives/schemas';

export const GET = defineFileRoute({
  summary: 'The file of a sealed archive of the audit trail.',
  guard: adminUser,
  input: archiveId,
  disposition: 'attachment',
  find: getArchiveFile,
  record: recordArchiveDownload,
});
