import { teamMember } from '@/lib/authz/guards';
import { getVersionPicture } from '@/lib/documents/files';
import { documentVersionId } from '@/lib/documents/schemas';
import { defineFileRoute } from '@/lib/doors/file-route';

export const GET = defineFileRoute({
  summary: 'The first page of a version as a picture, of the newest unless told which.',
  guard: teamMember,
  input: documentVersionId,
  disposition: 'inline',
  find: getVersionPicture,
});
