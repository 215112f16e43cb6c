import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { photoColumns, toPhoto } from '@/lib/gallery/columns';
import type { Photo, PhotoFilter, TeamPhotoFilter } from '@/lib/gallery/schemas';
import { type Page, pageArguments, pageOf } from '@/lib/paging';

/** Newest first; or as the story of a project, phase by phase in their order, and within each from the beginning. */
export type PhotoOrder = 'newest' | 'phases';

/** The photos in sight. Throws NOT_FOUND for a `projectId` that is not in sight. */
export async function listPhotos(db: ReadDb, filter: PhotoFilter, order?: PhotoOrder): Promise<Page<Photo>> {
  await requireProject(db, filter);
  const rows = await db.photo.findMany({ ...photoList(filter, order), select: photoColumns });
  const { data, nextCursor } = pageOf(rows, filter);
  return { data: data.map((row) => toPhoto(row)), nextCursor };
}

/** One photo in sight. Throws NOT_FOUND. */
export async function getPhoto(db: ReadDb, { id }: { id: string }): Promise<Photo> {
  return toPhoto(orNotFound(await db.photo.findUnique({ where: { id }, select: photoColumns })));
}

/** The newest photos in sight, of one project or of all. */
export async function latestPhotos(db: ReadDb, where: { projectId?: string }, most: number): Promise<Photo[]> {
  const rows = await db.photo.findMany({ where, orderBy: newest, take: most, select: photoColumns });
  return rows.map((row) => toPhoto(row));
}

/** Whether everybody may look at the public photos of the business that the scope belongs to. */
export async function isShowcaseOpen(db: ReadDb, tenantId: string): Promise<boolean> {
  const tenant = await db.tenant.findUnique({ where: { id: tenantId }, select: { showcaseEnabled: true } });
  return tenant?.showcaseEnabled ?? false;
}

const newest = [
  { takenAt: { sort: 'desc', nulls: 'last' } },
  { id: 'desc' },
] satisfies Prisma.PhotoOrderByWithRelationInput[];

const phases = [
  { projectId: 'desc' },
  { phase: { position: 'asc' } },
  { takenAt: 'asc' },
  { id: 'asc' },
] satisfies Prisma.PhotoOrderByWithRelationInput[];

export async function requireProject(db: ReadDb, { projectId }: { projectId?: string | undefined }): Promise<void> {
  if (projectId) orNotFound(await db.project.findUnique({ where: { id: projectId }, select: { id: true } }));
}

/** Which photos a filter asks for, in which order, and one more than the page holds. */
export function photoList(filter: TeamPhotoFilter, order: PhotoOrder = 'newest') {
  const { projectId, phaseId, visibility } = filter;
  return {
    where: {
      ...(projectId ? { projectId } : {}),
      ...(phaseId ? { phaseId } : {}),
      ...(visibility ? { visibility } : {}),
    },
    orderBy: order === 'newest' ? newest : phases,
    ...pageArguments(filter),
  } satisfies Prisma.PhotoFindManyArgs;
}
