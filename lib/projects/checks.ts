import type { TeamActor } from '@/lib/authz/actor';
import { refusing } from '@/lib/db/constraint-errors';
import type { WriteDb } from '@/lib/db/handles';
import { defineEdit } from '@/lib/edits/edit';
import { invalid } from '@/lib/errors';
import type { TeamProjectDetail } from '@/lib/projects/schemas';
import { getTeamProject } from '@/lib/projects/team-queries';

type Named = { clientId?: string | null | undefined; clientUserId?: string | null | undefined };

/**
 * The client of a new project: the named one, or that of the named person. Throws VALIDATION for an unknown client or
 * person, where neither is named, and where the person belongs to another client.
 */
export async function clientFor(
  db: WriteDb,
  { clientId, clientUserId }: Named,
  actor: TeamActor,
): Promise<{ id: string; currency: string }> {
  const theirs = clientUserId && actor.userType === 'admin' ? await clientOfPerson(db, clientUserId) : null;
  if (clientId && theirs && clientId !== theirs) throw invalid({ clientId: 'otherClient' });
  const id = clientId ?? theirs;
  // Staff may not read people, so they must name the client; the foreign key then keeps client and person together.
  if (!id) throw invalid({ clientId: 'required' });
  const client = await db.client.findUnique({ where: { id }, select: { id: true, currency: true } });
  if (!client) throw invalid({ clientId: 'unknownClient' });
  return client;
}

/** Throws VALIDATION unless the person belongs to this client. For staff, who may not read people, the foreign key decides. */
export async function requireContact(db: WriteDb, person: string, clientId: string, actor: TeamActor): Promise<void> {
  if (actor.userType === 'admin' && (await clientOfPerson(db, person)) !== clientId)
    throw invalid({ clientUserId: 'otherClient' });
}

async function clientOfPerson(db: WriteDb, id: string): Promise<string> {
  const person = await db.user.findUnique({ where: { id }, select: { clientId: true } });
  if (!person?.clientId) throw invalid({ clientUserId: 'unknownPerson' });
  return person.clientId;
}

/**
 * Writes a project with its contact. Throws VALIDATION for a person of another client: the foreign key also covers
 * staff, who may not read people, and a person moved in the meantime.
 */
export function writingContact<T>(work: PromiseLike<T>): Promise<T> {
  return refusing(work, {
    projects_tenant_id_client_id_client_user_id_fkey: () => invalid({ clientUserId: 'unknownPerson' }),
  });
}

/** The form of a project. */
export const projectEdit = defineEdit<{ id: string }, TeamActor, TeamProjectDetail>({
  table: 'projects',
  id: ({ id }) => id,
  read: getTeamProject,
  fields: ({ name, status, description, address, clientUserId, startsOn, endsOn, contractValue, ...rest }) => {
    const { hoursShown, dateHistoryShown } = rest;
    const facts = { name, status, description, address, clientUserId, startsOn, endsOn, contractValue };
    return { ...facts, hoursShown, dateHistoryShown };
  },
  events: { record: 'project', names: ['project.created', 'project.changed'] },
});
