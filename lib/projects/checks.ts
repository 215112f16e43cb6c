import type { TeamActor } from '@/lib/authz/actor';
import { translateKeyErrors } from '@/lib/db/errors';
import type { WriteDb } from '@/lib/db/handles';
import { invalid } from '@/lib/errors';

type Named = { clientId?: string | null | undefined; clientUserId?: string | null | undefined };

/**
 * The client that a new project is for: the one that is named, or the named person's. Throws VALIDATION when there is no
 * such client or person, when neither is named, and when the two do not belong together.
 */
export async function clientFor(
  db: WriteDb,
  { clientId, clientUserId }: Named,
  actor: TeamActor,
): Promise<{ id: string; currency: string }> {
  const theirs = clientUserId && actor.userType === 'admin' ? await clientOfPerson(db, clientUserId) : null;
  if (clientId && theirs && clientId !== theirs) throw invalid({ clientId: 'otherClient' });
  const id = clientId ?? theirs;
  // Staff see no people, so they name the client too; the database's key then holds the two together.
  if (!id) throw invalid({ clientId: 'required' });
  const client = await db.client.findUnique({ where: { id }, select: { id: true, currency: true } });
  if (!client) throw invalid({ clientId: 'unknownClient' });
  return client;
}

/** Throws VALIDATION unless the person can be the contact of a project of this client. Staff cannot look; the key does. */
export async function requireContact(db: WriteDb, person: string, clientId: string, actor: TeamActor): Promise<void> {
  if (actor.userType === 'admin' && (await clientOfPerson(db, person)) !== clientId)
    throw invalid({ clientUserId: 'otherClient' });
}

async function clientOfPerson(db: WriteDb, id: string): Promise<string> {
  const person = await db.user.findUnique({ where: { id }, select: { clientId: true } });
  if (!person?.clientId) throw invalid({ clientUserId: 'unknownPerson' });
  return person.clientId;
}

/** Writes a project with its contact. The key (tenant, client, person) refuses a person of another client: VALIDATION. */
export function writingContact<T>(work: Promise<T>): Promise<T> {
  return translateKeyErrors(work, { foreignKey: () => invalid({ clientUserId: 'unknownPerson' }) });
}
