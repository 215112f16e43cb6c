import { clientUser } from '@/lib/authz/guards';
import { getPublishedPicture } from '@/lib/documents/files';
import { documentId } from '@/lib/documents/schemas';
import { defineFileRoute } from '@/lib/doors/file-route';

export const GET = defineFileRoute({
  summary: 'The first page of the published version as a picture.',
  guard: clientUser,
  input: documentId,
  disposition: 'inline',
  find: getPublishedPicture,
});
