import { clientUser } from '@/lib/authz/guards';
import { defineFileRoute } from '@/lib/doors/file-route';
import { getAttachment } from '@/lib/support/files';
import { attachmentId } from '@/lib/support/schemas';

export const GET = defineFileRoute({
  summary: 'A file of a ticket of the caller.',
  guard: clientUser,
  input: attachmentId,
  disposition: 'inline',
  find: getAttachment,
});
