import type { TeamActor } from '@/lib/authz/actor';
import { today as todayIn } from '@/lib/dates';
import type { WriteDb } from '@/lib/db/handles';
import { defineEdit } from '@/lib/edits/edit';
import { conflict, type FieldMessage, forbidden, invalid } from '@/lib/errors';
import { longestDay } from '@/lib/time/rule';
import type { TeamTimeEntry } from '@/lib/time/schemas';
import { getTeamEntry, minutesOn } from '@/lib/time/team-queries';

/** A project on which hours are entered, locked against a change of what its clients see of them. */
export type WorkedProject = { clientId: string; hoursShown: string; startsOn: string | null };

/** The project of an entry. Throws VALIDATION for one that does not exist. */
export async function workedProject(db: WriteDb, id: string): Promise<WorkedProject> {
  const rows = await db.$queryRaw<WorkedProject[]>`
    select client_id as "clientId", hours_shown as "hoursShown", starts_on::text as "startsOn"
    from projects where id = ${id}::uuid for key share`;
  if (!rows[0]) throw invalid({ projectId: 'unknownProject' });
  return rows[0];
}

/** The person who worked: the actor, or for admins one of the business's people. Throws VALIDATION on `userId`. */
export async function workingPerson(
  db: WriteDb,
  userId: string | undefined,
  actor: TeamActor,
): Promise<{ id: string; name: string }> {
  if (userId === undefined || userId === actor.userId) return { id: actor.userId, name: actor.name };
  if (actor.userType !== 'admin') throw invalid({ userId: 'ownHoursOnly' });
  const where = { id: userId, userType: { in: ['admin', 'staff'] as ('admin' | 'staff')[] } };
  const person = await db.user.findFirst({ where, select: { id: true, name: true } });
  if (!person) throw invalid({ userId: 'unknownColleague' });
  return person;
}

type Worked = { userId: string; workedOn: string; minutes: number };

/**
 * Throws VALIDATION for hours in the future, before the start of the project, and for more than 24 hours of one person on one
 * date. The person's hours must be locked. `without` is the entry that changes.
 */
export async function requirePossible(
  db: WriteDb,
  worked: Worked,
  { startsOn }: Pick<WorkedProject, 'startsOn'>,
  actor: TeamActor,
  without?: string,
): Promise<void> {
  const errors: Record<string, FieldMessage> = {};
  if (worked.workedOn > todayIn(actor.tenant.timeZone)) errors.workedOn = { key: 'workInFuture' };
  if (startsOn !== null && worked.workedOn < startsOn) errors.workedOn = { key: 'workBeforeProject' };
  const left = longestDay - (await minutesOn(db, worked, without));
  if (worked.minutes > left) errors.minutes = { key: 'dayFull', params: { left: Math.max(0, left) } };
  if (Object.keys(errors).length > 0) throw invalid(errors);
}

/** Throws FORBIDDEN for staff about the hours of others, and CONFLICT for billed ones, by which invoice where the actor sees it. */
export function requireChangeable(
  { userId, isBilled, invoiceId, invoiceNumber }: TeamTimeEntry,
  actor: TeamActor,
): void {
  if (actor.userType !== 'admin' && userId !== actor.userId) throw forbidden('ownHoursOnly');
  if (isBilled) throw hoursLocked({ invoiceId, invoiceNumber });
}

/** CONFLICT for billed hours. */
export function hoursLocked({ invoiceId, invoiceNumber }: Pick<TeamTimeEntry, 'invoiceId' | 'invoiceNumber'>) {
  const number = invoiceNumber ?? (invoiceId === null ? 'none' : 'draft');
  return conflict('hoursLocked', { number });
}

/** The form of an entry. */
export const hoursEdit = defineEdit<{ id: string }, TeamActor, TeamTimeEntry>({
  table: 'time_entries',
  id: ({ id }) => id,
  read: getTeamEntry,
  fields: ({ projectId, workedOn, minutes, description, billable }) => {
    return { projectId, workedOn, minutes, description, billable };
  },
  events: { record: 'time_entry', names: ['time_entry.entered', 'time_entry.changed'] },
});
