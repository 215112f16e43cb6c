import { teamMember } from '@/lib/authz/guards';
import { defineFileRoute } from '@/lib/doors/file-route';
import { getPhotoFile } from '@/lib/gallery/queries';
import { photoVariant } from '@/lib/gallery/schemas';

export const GET = defineFileRoute({
  summary: 'A rendition of a photo of any visibility.',
  guard: teamMember,
  input: photoVariant,
  disposition: 'inline',
  find: getPhotoFile,
});
