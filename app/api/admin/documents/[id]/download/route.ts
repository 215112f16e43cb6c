import { teamMember } from '@/lib/authz/guards';
import { getVersionFile } from '@/lib/documents/files';
import { documentVersionId } from '@/lib/documents/schemas';
import { defineFileRoute } from '@/lib/doors/file-route';

export const GET = defineFileRoute({
  summary: 'The file of a version, of the newest unless told which.',
  guard: teamMember,
  input: documentVersionId,
  disposition: 'attachment',
  find: getVersionFile,
});
