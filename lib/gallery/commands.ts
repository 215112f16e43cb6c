import { Temporal } from 'temporal-polyfill';
import type { TeamActor } from '@/lib/authz/actor';
import { instantIn, localTimeOf } from '@/lib/calendar';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { invalid, notFound, orNotFound } from '@/lib/errors';
import type { AnyEvent } from '@/lib/events/catalogue';
import { recordEvents } from '@/lib/events/record';
import type { Visibility } from '@/lib/gallery/rule';
import type {
  ChangePhotoForm,
  ChangePhotoInput,
  ChangePhotosInput,
  CurateForm,
  RemovePhotosInput,
  TeamPhoto,
  UploadPhotoInput,
} from '@/lib/gallery/schemas';
import { getTeamPhoto } from '@/lib/gallery/team-queries';
import { letGoOfFiles } from '@/lib/storage/keep';
import { withoutUndefined } from '@/lib/without-undefined';

/** The client of an uploaded photo's project. Throws VALIDATION for an unknown project, or a phase of another one. */
export async function requirePlace(
  db: ReadDb,
  { projectId, phaseId }: UploadPhotoInput,
): Promise<{ clientId: string }> {
  const project = await db.project.findUnique({ where: { id: projectId }, select: { clientId: true } });
  if (!project) throw invalid({ projectId: 'unknownProject' });
  if (phaseId) await requirePhase(db, phaseId, [projectId]);
  return project;
}

/** Changes the named fields of a photo. Throws NOT_FOUND, VALIDATION. */
export async function changePhoto(
  db: WriteDb,
  { id, ...change }: ChangePhotoInput,
  actor: TeamActor,
): Promise<TeamPhoto> {
  const photo = orNotFound(await db.photo.findUnique({ where: { id }, select: photoBefore }));
  if (change.phaseId) await requirePhase(db, change.phaseId, [photo.projectId]);
  await db.photo.update({ where: { id }, data: withoutUndefined(change), select: { id: true } });
  await recordEvents(db, actor, changeEvents(photo, change));
  return getTeamPhoto(db, { id });
}

/**
 * Changes a photo by its form. The time is the tenant's wall time; where it is the one that the form showed, the instant stays
 * exact. Throws NOT_FOUND, VALIDATION.
 */
export async function changePhotoByForm(
  db: WriteDb,
  { takenAt, ...change }: ChangePhotoForm,
  actor: TeamActor,
): Promise<TeamPhoto> {
  const { timeZone } = actor.tenant;
  const shown = localTimeOf(new Date((await getTeamPhoto(db, { id: change.id })).takenAt), timeZone);
  const wanted = Temporal.PlainDateTime.from(takenAt ?? shown);
  if (wanted.equals(shown)) return changePhoto(db, change, actor);
  return changePhoto(db, { ...change, takenAt: instantIn(wanted, timeZone).toISOString() }, actor);
}

/** Changes the named fields of all these photos or of none. Throws NOT_FOUND where one is unknown, VALIDATION. */
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
  await recordEvents(
    db,
    actor,
    photos.flatMap((photo) => changeEvents(photo, change)),
  );
  return photos.length;
}

/** Removes all these photos or none; the sweep removes their bytes later. Throws NOT_FOUND where one is unknown. */
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
  const removed = photos.map(({ id, projectId, clientId, caption }) => {
    return { name: 'photo.removed', recordId: id, facts: { projectId, clientId, caption } } as const;
  });
  await recordEvents(db, actor, removed);
  return photos.length;
}

/** Applies the step to all chosen photos; an empty caption or phase removes it. Throws NOT_FOUND, VALIDATION. */
export async function curatePhotos(db: WriteDb, input: CurateForm, actor: TeamActor) {
  const { ids, step, phaseId = null, caption = null } = input;
  if (step === 'remove') return { changed: await removePhotos(db, { ids }, actor), removed: true };
  const change = step === 'phase' ? { phaseId } : step === 'caption' ? { caption } : { visibility: step };
  return { changed: await changePhotos(db, { ids, ...change }, actor), removed: false };
}

const photoBefore = {
  ...{ id: true, projectId: true, clientId: true, visibility: true },
  ...{ caption: true, phaseId: true, takenAt: true },
} as const;
type PhotoBefore = { id: string; projectId: string; clientId: string; visibility: Visibility };

function changeEvents(
  photo: PhotoBefore & { takenAt: Date | null },
  change: Omit<ChangePhotosInput, 'ids'>,
): AnyEvent[] {
  const { id, projectId, clientId } = photo;
  const was = { ...photo, takenAt: photo.takenAt?.toISOString() ?? null };
  const changed = { name: 'photo.changed', recordId: id, facts: { projectId, clientId, ...change }, was } as const;
  return [changed, ...sharing(photo, change.visibility ?? photo.visibility)];
}

/** The event of a photo that becomes visible or invisible to clients; none where that does not change. */
export function sharing({ id, visibility, projectId, clientId }: PhotoBefore, after: Visibility): AnyEvent[] {
  const [wasShared, isShared] = [visibility === 'client', after === 'client'];
  if (wasShared === isShared) return [];
  return [{ name: isShared ? 'photo.shared' : 'photo.unshared', recordId: id, facts: { projectId, clientId } }];
}

async function findAll(db: ReadDb, ids: string[]) {
  const where = { id: { in: ids } };
  const photos = await db.photo.findMany({ where, select: photoBefore });
  if (photos.length !== new Set(ids).size) throw notFound();
  return photos;
}

/** Throws VALIDATION unless the phase belongs to each of the projects. */
async function requirePhase(db: ReadDb, phaseId: string, projectIds: string[]): Promise<void> {
  const phase = await db.phase.findUnique({ where: { id: phaseId }, select: { projectId: true } });
  if (projectIds.some((projectId) => projectId !== phase?.projectId)) throw invalid({ phaseId: 'otherPhase' });
}
