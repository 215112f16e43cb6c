import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { photoColumns, teamColumns, toTeamPhoto } from '@/lib/gallery/columns';
import { photosOf, requireProject } from '@/lib/gallery/queries';
import type { Visibility } from '@/lib/gallery/rule';
import { photoOrders, type TeamPhoto, type TeamPhotoFilter } from '@/lib/gallery/schemas';
import type { Page } from '@/lib/paging';

const select = { ...photoColumns, ...teamColumns };

/** The tenant's photos, newest first, each with its visibility. Throws NOT_FOUND for an unknown `projectId`. */
export async function listTeamPhotos(
  db: ReadDb,
  filter: TeamPhotoFilter,
  { known = false } = {},
): Promise<Page<TeamPhoto>> {
  if (!known) await requireProject(db, filter);
  const rows = await db.photo.findMany({ ...photoOrders.newest.seek(filter, photosOf(filter)), select });
  const { data, nextCursor } = photoOrders.newest.page(rows, filter);
  return { data: data.map(toTeamPhoto), nextCursor };
}

/** One photo. Throws NOT_FOUND. */
export async function getTeamPhoto(db: ReadDb, { id }: { id: string }): Promise<TeamPhoto> {
  return toTeamPhoto(orNotFound(await db.photo.findUnique({ where: { id }, select })));
}

/** The number of photos of each visibility, in one project or in all. */
export async function countPhotos(db: ReadDb, where: { projectId?: string }): Promise<Record<Visibility, number>> {
  const groups = await db.photo.groupBy({ by: ['visibility'], where, _count: true });
  const of = (visibility: Visibility) => groups.find((group) => group.visibility === visibility)?._count ?? 0;
  return { internal: of('internal'), client: of('client'), public: of('public') };
}
