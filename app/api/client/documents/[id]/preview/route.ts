import { clientUser } from '@/lib/authz/guards';
import { getPublishedFile } from '@/lib/documents/files';
import { documentId } from '@/lib/documents/schemas';
import { defineFileRoute } from '@/lib/doors/file-route';

export const GET = defineFileRoute({
  summary: 'The same file, to be shown in a page; not counted as a download.',
  guard: clientUser,
  input: documentId,
  disposition: 'inline',
  find: getPublishedFile,
});
