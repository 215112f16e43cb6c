import { definePublicFileRoute } from '@/lib/doors/file-route';
import { getShowcaseFile } from '@/lib/gallery/showcase/files';
import { showcasePhotoAddress } from '@/lib/gallery/showcase/schemas';

export const GET = definePublicFileRoute({
  summary: 'A rendition of a photo of an open showcase.',
  input: showcasePhotoAddress,
  disposition: 'inline',
  find: getShowcaseFile,
});
