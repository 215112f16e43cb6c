import type { TeamActor } from '@/lib/authz/actor';
import { toColumn, today } from '@/lib/dates';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, invalid, orNotFound } from '@/lib/errors';
import type { AnyEvent } from '@/lib/events/catalogue';
import { recordEvents } from '@/lib/events/record';
import { requireParts } from '@/lib/updates/checks';
import { isCorrectable } from '@/lib/updates/rule';
import type { ChangeUpdateInput, PostUpdateInput, TeamUpdate, UpdateOfProject } from '@/lib/updates/schemas';
import { getTeamUpdate } from '@/lib/updates/team-queries';
import { withoutUndefined } from '@/lib/without-undefined';

/** Writes an update of a project, as a draft or for the client at once. Throws NOT_FOUND, VALIDATION. */
export async function postUpdate(db: WriteDb, input: PostUpdateInput, actor: TeamActor): Promise<TeamUpdate> {
  const { id: projectId, title, body, phaseId = null, photoIds, publish } = input;
  const { clientId } = orNotFound(
    await db.project.findUnique({ where: { id: projectId }, select: { clientId: true } }),
  );
  await requireParts(db, projectId, input, actor.tenant.timeZone);
  const place = { tenantId: actor.tenantId, clientId, projectId };
  const postedOn = toColumn(input.postedOn ?? today(actor.tenant.timeZone));
  const author = { authorId: actor.userId, authorName: actor.name };
  const { id } = await db.projectUpdate.create({
    data: { ...place, ...author, title, body, phaseId, postedOn },
    select: { id: true },
  });
  await choosePhotos(db, { ...place, updateId: id }, photoIds);
  const facts = { clientId, projectId, title };
  const drafted = { name: 'update.drafted', recordId: id, facts } as const;
  const events = publish ? await publishing(db, { id, ...facts }, input.postedOn, actor) : [];
  await recordEvents(db, actor, [drafted, ...events]);
  return getTeamUpdate(db, { id: projectId, updateId: id });
}

/**
 * Changes the named fields of an update. A draft can become visible in the same step; of a published one this is a correction, which
 * its readers see, within 30 days. Throws NOT_FOUND, VALIDATION, and CONFLICT for a correction that comes too late.
 */
export async function changeUpdate(
  db: WriteDb,
  { id: projectId, updateId, publish, photoIds, postedOn, ...change }: ChangeUpdateInput,
  actor: TeamActor,
): Promise<TeamUpdate> {
  const before = await lockUpdate(db, projectId, updateId);
  const { clientId, publishedAt } = before;
  if (publishedAt && postedOn && postedOn !== before.postedOn) throw invalid({ postedOn: 'dateIsPublished' });
  if (publishedAt && !isCorrectable(publishedAt, new Date())) throw conflict('updateTooOld');
  await requireParts(db, projectId, { ...change, postedOn, photoIds }, actor.tenant.timeZone);
  const shown = await getTeamUpdate(db, { id: projectId, updateId });
  if (publishedAt && !differs(shown, { ...change, photoIds })) return shown;
  const title = change.title ?? before.title;
  const facts = { clientId, projectId, title };
  const correctedAt = publishedAt ? new Date() : undefined;
  await db.projectUpdate.update({
    where: { id: updateId },
    data: withoutUndefined({ ...change, postedOn: toColumn(postedOn ?? undefined), correctedAt }),
    select: { id: true },
  });
  if (photoIds) {
    await db.projectUpdatePhoto.deleteMany({ where: { updateId } });
    await choosePhotos(db, { tenantId: actor.tenantId, clientId, projectId, updateId }, photoIds);
  }
  const changed = { name: publishedAt ? 'update.corrected' : 'update.changed', recordId: updateId, facts } as const;
  const visible = publishedAt
    ? await sharing(db, updateId, facts)
    : publish
      ? await publishing(db, { id: updateId, ...facts }, postedOn, actor)
      : [];
  await recordEvents(db, actor, [changed, ...visible]);
  return getTeamUpdate(db, { id: projectId, updateId });
}

/** Makes a draft visible to the client, as it is. Throws NOT_FOUND, and CONFLICT for a published one. */
export async function publishUpdate(
  db: WriteDb,
  { id: projectId, updateId }: UpdateOfProject,
  actor: TeamActor,
): Promise<TeamUpdate> {
  const { clientId, title, publishedAt } = await lockUpdate(db, projectId, updateId);
  if (publishedAt) throw conflict('updatePublished');
  await recordEvents(db, actor, await publishing(db, { id: updateId, clientId, projectId, title }, null, actor));
  return getTeamUpdate(db, { id: projectId, updateId });
}

/** Removes a draft; its photos stay with the project. Throws NOT_FOUND, and CONFLICT for a published update. */
export async function removeUpdate(
  db: WriteDb,
  { id: projectId, updateId }: UpdateOfProject,
  actor: TeamActor,
): Promise<void> {
  const { clientId, title, publishedAt } = await lockUpdate(db, projectId, updateId);
  if (publishedAt) throw conflict('updatePublished');
  await db.projectUpdate.deleteMany({ where: { id: updateId } });
  await recordEvents(db, actor, [
    { name: 'update.removed', recordId: updateId, facts: { clientId, projectId, title } },
  ]);
}

/** Whether a change says anything else than the update, so that a form sent unchanged is no correction. */
function differs(shown: TeamUpdate, { photoIds, ...change }: Partial<ChangeUpdateInput>): boolean {
  const photos = shown.photos.map(({ id }) => id).join();
  return (
    (photoIds !== undefined && photoIds.join() !== photos) ||
    Object.entries(withoutUndefined(change)).some(([name, value]) => value !== shown[name as keyof TeamUpdate])
  );
}

type Locked = { clientId: string; title: string; postedOn: string; publishedAt: Date | null };

/** Locks an update until commit and returns its state. Throws NOT_FOUND. */
async function lockUpdate(db: WriteDb, projectId: string, id: string): Promise<Locked> {
  const [row] = await db.$queryRaw<Locked[]>`
    select client_id as "clientId", title, posted_on::text as "postedOn", published_at as "publishedAt"
    from project_updates where id = ${id}::uuid and project_id = ${projectId}::uuid for no key update`;
  return orNotFound(row);
}

type Place = { tenantId: string; clientId: string; projectId: string; updateId: string };

async function choosePhotos(db: WriteDb, place: Place, photoIds: readonly string[]): Promise<void> {
  const data = [...new Set(photoIds)].map((photoId, position) => ({ ...place, photoId, position }));
  await db.projectUpdatePhoto.createMany({ data });
}

type Facts = { clientId: string; projectId: string; title: string };

/** Publishes an update under the given date or today's; returns the events of that. */
async function publishing(
  db: WriteDb,
  { id, ...facts }: Facts & { id: string },
  postedOn: string | null | undefined,
  actor: TeamActor,
): Promise<AnyEvent[]> {
  await db.projectUpdate.update({
    where: { id },
    data: { publishedAt: new Date(), postedOn: toColumn(postedOn ?? today(actor.tenant.timeZone)) },
    select: { id: true },
  });
  return [{ name: 'update.published', recordId: id, facts }, ...(await sharing(db, id, facts))];
}

/** Shares the photos of a published update that only the team saw so far; returns the events of that. */
async function sharing(db: WriteDb, updateId: string, { clientId, projectId }: Facts): Promise<AnyEvent[]> {
  const where = { visibility: 'internal', updates: { some: { updateId } } } as const;
  const photos = await db.photo.findMany({ where, select: { id: true } });
  const ids = photos.map(({ id }) => id);
  if (ids.length === 0) return [];
  await db.photo.updateMany({ where: { id: { in: ids } }, data: { visibility: 'client' } });
  return ids.map((recordId) => ({ name: 'photo.shared', recordId, facts: { projectId, clientId } }));
}
