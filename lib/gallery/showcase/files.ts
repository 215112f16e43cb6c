import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { getShowcase } from '@/lib/gallery/showcase/queries';
import type { ShowcasePhotoAddress } from '@/lib/gallery/showcase/schemas';
import { type ServedFile, servedColumns } from '@/lib/storage/columns';

/** The file of a public photo's rendition. Throws NOT_FOUND. */
export async function getShowcaseFile(db: ReadDb, { tenant, id, variant }: ShowcasePhotoAddress): Promise<ServedFile> {
  const { id: tenantId } = await getShowcase(db, tenant);
  const where = { tenantId, photoId: id, variant };
  return orNotFound((await db.photoVariant.findFirst({ where, select: { file: { select: servedColumns } } }))?.file);
}
