import type { TeamActor } from '@/lib/authz/actor';
import { refusing } from '@/lib/db/constraint-errors';
import type { WriteDb } from '@/lib/db/handles';
import { saying } from '@/lib/db/search';
import { invalid } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import type { ChangeSavedReplyInput, CreateSavedReplyInput, SavedReply } from '@/lib/support/saved-replies/schemas';
import { getSavedReply } from '@/lib/support/saved-replies/team-queries';
import { withoutUndefined } from '@/lib/without-undefined';

/** Keeps an answer that the team gives again. Throws VALIDATION for a name that is taken. */
export async function createSavedReply(
  db: WriteDb,
  { name, body }: CreateSavedReplyInput,
  actor: TeamActor,
): Promise<SavedReply> {
  await requireFreeName(db, name);
  const data = { tenantId: actor.tenantId, name, body };
  const { id } = await namingOnce(db.savedReply.create({ data, select: { id: true } }));
  await recordEvent(db, actor, { name: 'saved_reply.created', recordId: id, facts: { name } });
  return getSavedReply(db, { id });
}

/** Changes a saved reply. Throws NOT_FOUND, VALIDATION. */
export async function changeSavedReply(
  db: WriteDb,
  { id, name, body }: ChangeSavedReplyInput,
  actor: TeamActor,
): Promise<SavedReply> {
  await getSavedReply(db, { id });
  if (name) await requireFreeName(db, name, id);
  const data = withoutUndefined({ name, body });
  const changed = await namingOnce(db.savedReply.update({ where: { id }, data, select: { name: true } }));
  await recordEvent(db, actor, { name: 'saved_reply.changed', recordId: id, facts: { name: changed.name } });
  return getSavedReply(db, { id });
}

/** Removes a saved reply; what was answered with it stays. Throws NOT_FOUND. */
export async function removeSavedReply(db: WriteDb, { id }: { id: string }, actor: TeamActor): Promise<void> {
  const { name } = await getSavedReply(db, { id });
  await db.savedReply.delete({ where: { id }, select: { id: true } });
  await recordEvent(db, actor, { name: 'saved_reply.removed', recordId: id, facts: { name } });
}

/** Throws VALIDATION for a name that is taken in any case. */
async function requireFreeName(db: WriteDb, name: string, id?: string): Promise<void> {
  const where = { name: saying(name), ...(id ? { NOT: { id } } : {}) };
  if (await db.savedReply.findFirst({ where, select: { id: true } })) throw invalid({ name: 'nameTaken' });
}

function namingOnce<T>(work: PromiseLike<T>): Promise<T> {
  return refusing(work, { saved_replies_tenant_id_name_key: () => invalid({ name: 'nameTaken' }) });
}
