import type { AdminActor } from '@/lib/authz/actor';
import { createClient } from '@/lib/clients/commands';
import { getClient } from '@/lib/clients/queries';
import type { WriteDb } from '@/lib/db/handles';
import { AppError, type FieldMessages, inPart, invalid } from '@/lib/errors';
import type { OnboardClientInput, OnboardedClient } from '@/lib/onboarding/schemas';
import { createProject } from '@/lib/projects/commands';
import { getTeamProject } from '@/lib/projects/team-queries';
import { addPhasesFromTemplate } from '@/lib/projects/templates/commands';
import { requireFreeAddress } from '@/lib/users/checks';
import { addUser } from '@/lib/users/commands';
import { createUserLink } from '@/lib/users/links/commands';

/** A filled row of the form, with its index there. */
type Newcomer = { index: number; name: string; email: string };

/**
 * Creates a client, or takes an existing one, with people who have access, and a project for them with its phases, all or
 * nothing. The first new person is the project's contact, or else the only person of the client. Returns the links of the
 * new people. Throws VALIDATION with the fields of the form, and TOO_MANY_TRIES after many taken addresses.
 */
export async function onboardClient(
  db: WriteDb,
  input: OnboardClientInput,
  actor: AdminActor,
): Promise<OnboardedClient> {
  const newcomers = input.people.flatMap(({ name, email }, index) => (name && email ? [{ index, name, email }] : []));
  // First of all, because this refusal commits its event.
  await requireFreeAddresses(db, newcomers, actor);
  const client = await clientOf(db, input, actor);
  const ids: string[] = [];
  for (const { index, name, email } of newcomers) {
    const person = { userType: 'client', name, email, clientId: client.id, clientPortalEnabled: true } as const;
    ids.push((await inPart(`people.${index}`, addUser(db, person, actor))).id);
  }
  const present = await db.user.findMany({ where: { clientId: client.id }, select: { id: true }, take: 2 });
  const contact = ids[0] ?? (present.length === 1 ? present[0]?.id : undefined);
  const project = await addProject(db, input, { clientId: client.id, clientUserId: contact }, actor);
  const links: OnboardedClient['links'] = [];
  for (const id of ids) links.push(await createUserLink(db, { id, project: project?.name }, actor));
  return { client, project, links, hasPeople: present.length > 0 };
}

async function clientOf(db: WriteDb, { clientId, client }: OnboardClientInput, actor: AdminActor) {
  if (client) return inPart('client', createClient(db, { ...client, isActive: true }, actor));
  if (!clientId) throw invalid({ 'client.name': 'required' });
  return getClient(db, { id: clientId });
}

type For = { clientId: string; clientUserId: string | undefined };

async function addProject(
  db: WriteDb,
  { project }: OnboardClientInput,
  party: For,
  actor: AdminActor,
): Promise<OnboardedClient['project']> {
  if (!project?.name) return null;
  const { name, address, startsOn, template } = project;
  const about = { ...party, name, address, startsOn };
  const { id } = await inPart('project', createProject(db, about, actor));
  const from = { projectId: id, startsOn };
  if (template) await inPart('project', addPhasesFromTemplate(db, { ...from, template }, actor));
  return getTeamProject(db, { id });
}

/** Throws VALIDATION with every address of the form that another person has; the refusals are recorded. */
async function requireFreeAddresses(db: WriteDb, people: readonly Newcomer[], actor: AdminActor): Promise<void> {
  const fields: FieldMessages = {};
  for (const { index, email } of people)
    try {
      await requireFreeAddress(db, email, actor);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'VALIDATION') throw error;
      fields[`people.${index}.email`] = error.fields.email ?? [];
    }
  if (Object.keys(fields).length > 0) throw new AppError('VALIDATION', { fields, commits: true });
}
