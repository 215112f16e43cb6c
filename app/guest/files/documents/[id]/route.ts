import { getPublishedFile } from '@/lib/documents/files';
import { defineGuestFileRoute } from '@/lib/doors/guest-files';
import { guestPassId } from '@/lib/guests/schemas';

export const GET = defineGuestFileRoute({
  summary: 'The published version of a document that a guest pass shows.',
  input: guestPassId,
  disposition: 'attachment',
  find: getPublishedFile,
  visited: ({ id }, { fileName }) => ({ place: 'file', recordId: id, name: fileName }),
});
