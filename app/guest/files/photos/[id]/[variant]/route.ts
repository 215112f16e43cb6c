import { defineGuestFileRoute } from '@/lib/doors/guest-files';
import { getPhotoFile } from '@/lib/gallery/files';
import { photoVariant } from '@/lib/gallery/schemas';

export const GET = defineGuestFileRoute({
  summary: 'A rendition of a photo that a guest pass shows.',
  input: photoVariant,
  disposition: 'inline',
  find: getPhotoFile,
});
