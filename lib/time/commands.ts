import type { TeamActor } from '@/lib/authz/actor';
import { toColumn, today as todayIn } from '@/lib/dates';
import type { WriteDb } from '@/lib/db/handles';
import { type FieldMessage, invalid } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { hoursLocked, requireChangeable, requirePossible, workedProject, workingPerson } from '@/lib/time/checks';
import { lockHours } from '@/lib/time/lock';
import { parseDuration, parseWorkday } from '@/lib/time/rule';
import type {
  ChangeHoursForm,
  ChangeHoursInput,
  EnterHoursForm,
  EnterHoursInput,
  TeamTimeEntry,
} from '@/lib/time/schemas';
import { getTeamEntry } from '@/lib/time/team-queries';
import { withoutUndefined } from '@/lib/without-undefined';

/**
 * Enters minutes that somebody worked on a project on a calendar date. Throws VALIDATION for an unknown project or person, for
 * somebody else's hours by staff, for hours in the future or before the project, and for more than 24 hours on one date.
 */
export async function enterHours(db: WriteDb, input: EnterHoursInput, actor: TeamActor): Promise<TeamTimeEntry> {
  const { projectId, workedOn, minutes, description, billable } = input;
  const person = await workingPerson(db, input.userId, actor);
  await lockHours(db, person.id);
  const project = await workedProject(db, projectId);
  await requirePossible(db, { userId: person.id, workedOn, minutes }, project, actor);
  const { clientId, hoursShown } = project;
  const data = {
    ...{ tenantId: actor.tenantId, clientId, projectId, hoursShown, userId: person.id, userName: person.name },
    ...{ workedOn: toColumn(workedOn), minutes, description, billable },
  };
  const { id } = await db.timeEntry.create({ data, select: { id: true } });
  const facts = { clientId, projectId, userId: person.id, workedOn, minutes, description, billable };
  await recordEvent(db, actor, { name: 'time_entry.entered', recordId: id, facts });
  return getTeamEntry(db, { id }, actor);
}

/**
 * Changes the named fields of an entry that no invoice bills; its person stays. Throws NOT_FOUND, FORBIDDEN for staff about the
 * hours of others, CONFLICT for billed ones, and VALIDATION like enterHours.
 */
export async function changeHours(
  db: WriteDb,
  { id, ...change }: ChangeHoursInput,
  actor: TeamActor,
): Promise<TeamTimeEntry> {
  const before = await lockedEntry(db, id, actor);
  const after = { ...before, ...withoutUndefined(change) };
  const project = await workedProject(db, after.projectId);
  await requirePossible(db, after, project, actor, id);
  const { clientId, hoursShown } = project;
  const { projectId, workedOn, minutes, description, billable } = after;
  const data = {
    ...{ clientId, projectId, hoursShown, workedOn: toColumn(workedOn), minutes, description, billable },
  };
  const { count } = await db.timeEntry.updateMany({ where: { id, invoiceLineId: null }, data });
  if (count === 0) throw hoursLocked(await getTeamEntry(db, { id }, actor));
  const facts = { ...withoutUndefined(change), clientId, userId: before.userId };
  await recordEvent(db, actor, { name: 'time_entry.changed', recordId: id, facts, was: before });
  return getTeamEntry(db, { id }, actor);
}

/** Removes an entry that no invoice bills. Throws NOT_FOUND, FORBIDDEN and CONFLICT like changeHours. */
export async function removeHours(db: WriteDb, { id }: { id: string }, actor: TeamActor): Promise<void> {
  const { clientId, projectId, userId, workedOn, minutes, description, billable } = await lockedEntry(db, id, actor);
  const { count } = await db.timeEntry.deleteMany({ where: { id, invoiceLineId: null } });
  if (count === 0) throw hoursLocked(await getTeamEntry(db, { id }, actor));
  const facts = { clientId, projectId, userId, workedOn, minutes, description, billable };
  await recordEvent(db, actor, { name: 'time_entry.removed', recordId: id, facts });
}

/** An entry that the actor may change, with its person's hours locked until commit. */
async function lockedEntry(db: WriteDb, id: string, actor: TeamActor): Promise<TeamTimeEntry> {
  await lockHours(db, (await getTeamEntry(db, { id }, actor)).userId);
  const entry = await getTeamEntry(db, { id }, actor);
  requireChangeable(entry, actor);
  return entry;
}

/** Enters hours from the form, with the day and the duration as they were typed. Throws as enterHours. */
export function enterHoursTyped(db: WriteDb, input: EnterHoursForm, actor: TeamActor): Promise<TeamTimeEntry> {
  return enterHours(db, { ...input, userId: input.userId ?? undefined, ...readTyped(input, actor) }, actor);
}

/** Changes an entry from the form. Throws as changeHours. */
export function changeHoursTyped(db: WriteDb, input: ChangeHoursForm, actor: TeamActor): Promise<TeamTimeEntry> {
  return changeHours(db, { ...input, ...readTyped(input, actor) }, actor);
}

/** The day and the minutes of a form. Throws VALIDATION where they cannot be read. */
function readTyped(
  typed: { workedOn?: string | null | undefined; minutes: string },
  { tenant }: TeamActor,
): { workedOn: string; minutes: number } {
  const errors: Record<string, FieldMessage> = {};
  const workedOn = parseWorkday(typed.workedOn ?? '', todayIn(tenant.timeZone));
  const minutes = parseDuration(typed.minutes);
  if (workedOn === null) errors.workedOn = { key: 'workday' };
  if (minutes === null) errors.minutes = { key: 'duration' };
  if (workedOn === null || minutes === null) throw invalid(errors);
  return { workedOn, minutes };
}
