import { definePublicFileRoute } from '@/lib/doors/file-route';
import { getShowcaseFile, showcasePhotoAddress } from '@/lib/gallery/showcase/queries';

export const GET = definePublicFileRoute({
  summary: 'A rendition of a photo of an open showcase.',
  input: showcasePhotoAddress,
  disposition: 'inline',
  find: getShowcaseFile,
});
