import { z } from 'zod';
import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { slug } from '@/lib/fields';
import { toVariants } from '@/lib/gallery/columns';
import { photoVariant, type ShowcasePhoto } from '@/lib/gallery/schemas';
import { listOrder, type Page, type PageQuery } from '@/lib/paging';
import { paths } from '@/lib/paths';
import { type ServedFile, servedColumns } from '@/lib/storage/columns';

// What visitors see, in the role oriel_public: it reads the photos that are public, of the businesses whose showcase is on,
// and neither whose they are nor where. Relations of a photo go by its client, so they are not to be had here.

export const showcaseAddress = z.strictObject({ tenant: slug });
export const showcasePhotoAddress = showcaseAddress.extend(photoVariant.shape);

export type Showcase = { name: string; accent: string; website: string | null; hasLogo: boolean };

/** A business whose showcase is on. Throws NOT_FOUND, for those that are suspended too. */
export async function getShowcase(db: ReadDb, slug: string): Promise<Showcase & { id: string }> {
  const select = { id: true, name: true, accent: true, website: true, logoFileId: true };
  const { logoFileId, ...face } = orNotFound(await db.tenant.findUnique({ where: { slug }, select }));
  return { ...face, hasLogo: logoFileId !== null };
}

/** The newest first. */
export const showcaseOrder = listOrder('Photo', 'showcase', [
  { column: 'takenAt', kind: 'instant', direction: 'desc', nulls: 'last' },
  { column: 'id', kind: 'id', direction: 'desc' },
]);

/** Its public photos, newest first. */
export async function listShowcasePhotos(
  db: ReadDb,
  { slug, tenantId }: { slug: string; tenantId: string },
  query: PageQuery,
): Promise<Page<ShowcasePhoto>> {
  const rows = await db.photo.findMany({
    ...showcaseOrder.seek(query, { tenantId }),
    select: { id: true, caption: true, width: true, height: true, placeholder: true, takenAt: true },
  });
  const { data, nextCursor } = showcaseOrder.page(rows, query);
  const variants = await db.photoVariant.findMany({
    where: { photoId: { in: data.map(({ id }) => id) } },
    select: { photoId: true, variant: true, width: true, height: true },
    orderBy: { variant: 'asc' },
  });
  const variantsOf = (id: string) => variants.flatMap(({ photoId, ...variant }) => (photoId === id ? [variant] : []));
  const address = (id: string) => (variant: string) => paths.files.showcasePhoto(slug, id, variant);
  return {
    nextCursor,
    data: data.map(({ takenAt: _, ...row }) => ({ ...row, variants: toVariants(variantsOf(row.id), address(row.id)) })),
  };
}

/** A rendition of one of its public photos. Throws NOT_FOUND. */
export async function getShowcaseFile(
  db: ReadDb,
  { tenant, id, variant }: z.output<typeof showcasePhotoAddress>,
): Promise<ServedFile> {
  const { id: tenantId } = await getShowcase(db, tenant);
  const where = { tenantId, photoId: id, variant };
  return orNotFound((await db.photoVariant.findFirst({ where, select: { file: { select: servedColumns } } }))?.file);
}
