import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { Variant } from '@/lib/gallery/schemas';
import { type ServedFile, servedColumns } from '@/lib/storage/columns';

/** The file of a photo's rendition. Throws NOT_FOUND. */
export async function getPhotoFile(db: ReadDb, { id, variant }: { id: string; variant: Variant }): Promise<ServedFile> {
  const row = await db.photoVariant.findUnique({
    where: { photoId_variant: { photoId: id, variant } },
    select: { file: { select: servedColumns } },
  });
  return orNotFound(row?.file);
}
