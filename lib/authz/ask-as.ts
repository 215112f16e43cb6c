import type { AdminActor } from '@/lib/authz/actor';
import type { ReadDb } from '@/lib/db/handles';

/**
 * Runs `work` in the role and the identity of a person of a client of the actor's own business, within the actor's read and
 * therefore on the same snapshot; what follows is the actor's again. The caller has looked the person up as the actor, and checks that
 * the portal admits them.
 */
export async function askAs<T>(
  db: ReadDb,
  actor: AdminActor,
  person: { userId: string; clientId: string },
  work: (db: ReadDb) => Promise<T>,
): Promise<T> {
  await take(db, 'oriel_client', person.userId, person.clientId);
  // An error ends the actor's whole read, so that there is nothing to return to.
  const answer = await work(db);
  await take(db, 'oriel_admin', actor.userId, '');
  return answer;
}

/** The tenant and the limits stay those of the transaction (lib/authz/scope.ts). */
async function take(db: ReadDb, role: string, userId: string, clientId: string): Promise<void> {
  await db.$queryRaw`
    select set_config('role', ${role}, true), set_config('app.user_id', ${userId}, true), set_config('app.client_id', ${clientId}, true)`;
}
