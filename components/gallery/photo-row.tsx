import { useShownPhotos } from '@/components/gallery/client-gallery';
import { Mosaic } from '@/components/gallery/mosaic';
import type { TeamPhoto } from '@/lib/gallery/schemas';
import { paths } from '@/lib/paths';

/** A few photos of the tenant, each linking to its page. */
export function PhotoRow({ photos, timeZone }: { photos: readonly TeamPhoto[]; timeZone: string }) {
  const shown = useShownPhotos(timeZone);
  if (photos.length === 0) return null;
  return <Mosaic small photos={photos.map(shown)} hrefOf={paths.admin.photo} />;
}
