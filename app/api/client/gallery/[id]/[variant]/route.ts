import { clientUser } from '@/lib/authz/guards';
import { defineFileRoute } from '@/lib/doors/file-route';
import { getPhotoFile } from '@/lib/gallery/files';
import { photoVariant } from '@/lib/gallery/schemas';

export const GET = defineFileRoute({
  summary: 'A rendition of a photo that the business shares with the client.',
  guard: clientUser,
  input: photoVariant,
  disposition: 'inline',
  find: getPhotoFile,
});
