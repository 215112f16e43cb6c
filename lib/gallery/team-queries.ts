import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { photoColumns, teamColumns, toTeamPhoto } from '@/lib/gallery/columns';
import { photosOf, requireProject } from '@/lib/gallery/queries';
import { type Visibility, visibilities } from '@/lib/gallery/rule';
import { photoOrders, type TeamPhoto, type TeamPhotoFilter } from '@/lib/gallery/schemas';
import { mostCounted } from '@/lib/intl';
import type { Page } from '@/lib/paging';
import type { SentBytes, SentTwin } from '@/lib/sent-file';

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

/** The number of photos of each visibility: in one project, or in all, where it stops at one above `mostCounted`. */
export async function countPhotos(
  db: ReadDb,
  { projectId }: { projectId?: string },
): Promise<Record<Visibility, number>> {
  const groups = projectId
    ? await db.$queryRaw<Count[]>`
        select visibility_key as visibility, count(*)::int as count from photos where project_id = ${projectId}::uuid group by 1`
    : await db.$queryRaw<Count[]>`
        select v.visibility, (select count(*)::int from (
            select from photos p where p.visibility_key = v.visibility limit ${mostCounted + 1}) counted) as count
        from unnest(${[...visibilities]}::text[]) v(visibility)`;
  const of = (visibility: Visibility) => groups.find((group) => group.visibility === visibility)?.count ?? 0;
  return { internal: of('internal'), client: of('client'), public: of('public') };
}

type Count = { visibility: Visibility; count: number };

/** The photo of a project that was sent with these bytes; null without one. */
export async function findSentPhoto(db: ReadDb, { projectId, sentSha256 }: SentBytes): Promise<SentTwin | null> {
  const twin = await db.photo.findFirst({ where: { projectId, sentSha256 }, select: { id: true, caption: true } });
  return twin && { id: twin.id, name: twin.caption };
}
