import { teamMember } from '@/lib/authz/guards';
import { getVersionFile } from '@/lib/documents/files';
import { documentVersionId } from '@/lib/documents/schemas';
import { defineFileRoute } from '@/lib/doors/file-route';

export const GET = defineFileRoute({
  summary: 'The same file, to be shown in a page.',
  guard: teamMember,
  input: documentVersionId,
  disposition: 'inline',
  find: getVersionFile,
});
