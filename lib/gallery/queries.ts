import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { type Part, part } from '@/lib/db/together';
import { orNotFound } from '@/lib/errors';
import { photoColumns, toPhoto } from '@/lib/gallery/columns';
import {
  type Photo,
  type PhotoFilter,
  type PhotoOrder,
  photoOrders,
  type TeamPhotoFilter,
} from '@/lib/gallery/schemas';
import type { Page } from '@/lib/paging';

/** The visible photos. Throws NOT_FOUND for a `projectId` that is not visible. */
export async function listPhotos(db: ReadDb, filter: PhotoFilter, order: PhotoOrder = 'newest'): Promise<Page<Photo>> {
  await requireProject(db, filter);
  const list = photoOrders[order];
  const rows = await db.photo.findMany({ ...list.seek(filter, photosOf(filter)), select: photoColumns });
  const { data, nextCursor } =
    order === 'newest' ? photoOrders.newest.page(rows, filter) : photoOrders.phases.page(rows, filter);
  return { data: data.map((row) => toPhoto(row)), nextCursor };
}

/** One visible photo. Throws NOT_FOUND. */
export async function getPhoto(db: ReadDb, { id }: { id: string }): Promise<Photo> {
  return toPhoto(orNotFound(await db.photo.findUnique({ where: { id }, select: photoColumns })));
}

/** The photos that an address names and that are not among the `listed` ones. Throws NOT_FOUND for an invisible photo. */
export async function listNamedPhotos(
  db: ReadDb,
  ids: readonly (string | undefined)[],
  listed: readonly Photo[],
): Promise<Photo[]> {
  const missing = new Set(ids.filter((id) => id !== undefined && !listed.some((photo) => photo.id === id)));
  const found: Photo[] = [];
  for (const id of missing) if (id) found.push(await getPhoto(db, { id }));
  return found;
}

/** The newest visible photos, of one project or of all. */
export async function latestPhotos(db: ReadDb, where: { projectId?: string }, most: number): Promise<Photo[]> {
  const rows = await db.photo.findMany({ ...photoOrders.newest.seek({ limit: most }, where), select: photoColumns });
  return rows.slice(0, most).map((row) => toPhoto(row));
}

type NewestRow = Omit<Parameters<typeof toPhoto>[0], 'takenAt' | 'sharedAt' | 'createdAt'> & {
  takenAt: string | null;
  sharedAt: string | null;
  createdAt: string;
};

/** The newest visible photos, for `readTogether`. */
export function newestPhotos(count: number): Part<Photo> {
  return part(
    Prisma.sql`
      select p.*, (select json_build_object('name', j.name) from projects j where j.id = p."projectId") as project,
        (select json_build_object('name', f.name, 'position', f.position) from phases f where f.id = p."phaseId") as phase,
        (select coalesce(json_agg(json_build_object('variant', v.variant, 'width', v.width, 'height', v.height) order by v.variant), '[]')
          from photo_variants v where v.photo_id = p.id) as variants
      from (
        select id, project_id as "projectId", phase_id as "phaseId", caption, taken_at as "takenAt", shared_at as "sharedAt",
          created_at as "createdAt", width, height, placeholder
        from photos order by taken_at desc nulls last, id desc limit ${count}
      ) p`,
    ({ takenAt, sharedAt, createdAt, ...row }: NewestRow) =>
      toPhoto({
        ...row,
        takenAt: takenAt === null ? null : new Date(takenAt),
        sharedAt: sharedAt === null ? null : new Date(sharedAt),
        createdAt: new Date(createdAt),
      }),
  );
}

/** Whether the tenant's showcase is open, so that visitors see its public photos. */
export async function isShowcaseOpen(db: ReadDb, tenantId: string): Promise<boolean> {
  const tenant = await db.tenant.findUnique({ where: { id: tenantId }, select: { showcaseEnabled: true } });
  return tenant?.showcaseEnabled ?? false;
}

/** Throws NOT_FOUND for a project that is not visible. */
export async function requireProject(db: ReadDb, { projectId }: { projectId?: string | undefined }): Promise<void> {
  if (projectId) orNotFound(await db.project.findUnique({ where: { id: projectId }, select: { id: true } }));
}

/** The condition of a filter on photos. */
export function photosOf({ projectId, phaseId, visibility }: Omit<TeamPhotoFilter, 'limit' | 'cursor'>) {
  return {
    ...(projectId ? { projectId } : {}),
    ...(phaseId ? { phaseId } : {}),
    ...(visibility ? { visibilityKey: visibility } : {}),
  };
}
