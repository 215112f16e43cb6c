import { recordAudit } from '@/lib/audit/commands';
import type { TeamActor } from '@/lib/authz/actor';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { invalid, notFound, orNotFound } from '@/lib/errors';
import type {
  ChangePhotoInput,
  ChangePhotosInput,
  RemovePhotosInput,
  TeamPhoto,
  UploadPhotoInput,
} from '@/lib/gallery/schemas';
import { getTeamPhoto } from '@/lib/gallery/team-queries';
import { letGoOfFiles } from '@/lib/storage/keep';
import { withoutUndefined } from '@/lib/without-undefined';

const recordType = 'photo';

/** Checks that an uploaded photo has a place: its project, and its phase there. Throws VALIDATION. */
export async function requirePlace(
  db: ReadDb,
  { projectId, phaseId }: UploadPhotoInput,
): Promise<{ clientId: string }> {
  const project = await db.project.findUnique({ where: { id: projectId }, select: { clientId: true } });
  if (!project) throw invalid({ projectId: 'unknownProject' });
  if (phaseId) await requirePhase(db, phaseId, [projectId]);
  return project;
}

/** Changes what is named of a photo. Throws NOT_FOUND, VALIDATION. */
export async function changePhoto(
  db: WriteDb,
  { id, ...change }: ChangePhotoInput,
  actor: TeamActor,
): Promise<TeamPhoto> {
  const { projectId } = orNotFound(await db.photo.findUnique({ where: { id }, select: { projectId: true } }));
  if (change.phaseId) await requirePhase(db, change.phaseId, [projectId]);
  await db.photo.update({ where: { id }, data: withoutUndefined(change), select: { id: true } });
  await recordAudit(db, actor, { action: 'photo.change', recordType, recordId: id, detail: withoutUndefined(change) });
  return getTeamPhoto(db, { id });
}

/** Changes what is named of many photos, of all or of none. Throws NOT_FOUND where one is unknown, VALIDATION. */
export async function changePhotos(
  db: WriteDb,
  { ids, ...change }: ChangePhotosInput,
  actor: TeamActor,
): Promise<number> {
  const photos = await findAll(db, ids);
  if (change.phaseId)
    await requirePhase(
      db,
      change.phaseId,
      photos.map(({ projectId }) => projectId),
    );
  await db.photo.updateMany({ where: { id: { in: ids } }, data: withoutUndefined(change) });
  for (const { id } of photos)
    await recordAudit(db, actor, {
      action: 'photo.change',
      recordType,
      recordId: id,
      detail: withoutUndefined(change),
    });
  return photos.length;
}

/** Removes photos for good; the sweeper follows with their bytes. All or none: throws NOT_FOUND where one is unknown. */
export async function removePhotos(db: WriteDb, { ids }: RemovePhotosInput, actor: TeamActor): Promise<number> {
  const photos = await findAll(db, ids);
  const where = { photoId: { in: ids } };
  const files = await db.photoVariant.findMany({ where, select: { fileId: true } });
  await db.photoVariant.deleteMany({ where });
  await db.photo.deleteMany({ where: { id: { in: ids } } });
  await letGoOfFiles(
    db,
    files.map(({ fileId }) => fileId),
  );
  for (const { id, projectId, caption } of photos)
    await recordAudit(db, actor, { action: 'photo.remove', recordType, recordId: id, detail: { projectId, caption } });
  return photos.length;
}

async function findAll(db: ReadDb, ids: string[]) {
  const where = { id: { in: ids } };
  const photos = await db.photo.findMany({ where, select: { id: true, projectId: true, caption: true } });
  if (photos.length !== new Set(ids).size) throw notFound();
  return photos;
}

/** A phase groups the photos of its own project only. */
async function requirePhase(db: ReadDb, phaseId: string, projectIds: string[]): Promise<void> {
  const phase = await db.phase.findUnique({ where: { id: phaseId }, select: { projectId: true } });
  if (projectIds.some((projectId) => projectId !== phase?.projectId)) throw invalid({ phaseId: 'otherPhase' });
}
