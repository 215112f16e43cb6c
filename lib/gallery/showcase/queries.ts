import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { toVariants } from '@/lib/gallery/columns';
import type { Showcase, ShowcasePhoto } from '@/lib/gallery/showcase/schemas';
import { listOrder, type Page, type PageQuery } from '@/lib/paging';
import { paths } from '@/lib/paths';

// Visitors read in the role oriel_public: public photos of tenants with an open showcase, without their clients, and the names
// of their projects where the tenant allows it. Relations of a photo go through its client, so none can be selected here.

/** A tenant with an open showcase. Throws NOT_FOUND, for suspended tenants too. */
export async function getShowcase(db: ReadDb, slug: string): Promise<Showcase & { id: string }> {
  const select = { id: true, name: true, accent: true, email: true, phone: true, website: true, logoFileId: true };
  const { logoFileId, ...face } = orNotFound(await db.tenant.findUnique({ where: { slug }, select }));
  return { ...face, hasLogo: logoFileId !== null };
}

/** The newest first. */
export const showcaseOrder = listOrder('Photo', 'showcase', [
  { column: 'takenAt', kind: 'instant', direction: 'desc', nulls: 'last' },
  { column: 'id', kind: 'id', direction: 'desc' },
]);

/** The public photos of a tenant, newest first. */
export async function listShowcasePhotos(
  db: ReadDb,
  { slug, tenantId }: { slug: string; tenantId: string },
  query: PageQuery,
): Promise<Page<ShowcasePhoto>> {
  const rows = await db.photo.findMany({
    ...showcaseOrder.seek(query, { tenantId }),
    select: { id: true, projectId: true, caption: true, width: true, height: true, placeholder: true, takenAt: true },
  });
  const { data, nextCursor } = showcaseOrder.page(rows, query);
  const variants = await db.photoVariant.findMany({
    where: { photoId: { in: data.map(({ id }) => id) } },
    select: { photoId: true, variant: true, width: true, height: true },
    orderBy: { variant: 'asc' },
  });
  const projectIds = [...new Set(data.map(({ projectId }) => projectId))];
  const projects = await db.project.findMany({ where: { id: { in: projectIds } }, select: { id: true, name: true } });
  const nameOf = (id: string) => projects.find((project) => project.id === id)?.name ?? null;
  const variantsOf = (id: string) => variants.flatMap(({ photoId, ...variant }) => (photoId === id ? [variant] : []));
  const address = (id: string) => (variant: string) => paths.files.showcasePhoto(slug, id, variant);
  return {
    nextCursor,
    data: data.map(({ takenAt: _, projectId, ...row }) => ({
      ...row,
      projectName: nameOf(projectId),
      variants: toVariants(variantsOf(row.id), address(row.id)),
    })),
  };
}
