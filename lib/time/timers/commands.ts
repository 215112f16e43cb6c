import type { TeamActor } from '@/lib/authz/actor';
import { refusing } from '@/lib/db/constraint-errors';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, invalid } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { workedProject } from '@/lib/time/checks';
import { enterHours } from '@/lib/time/commands';
import { parseDuration } from '@/lib/time/rule';
import { findTimer } from '@/lib/time/timers/queries';
import { minutesByDay } from '@/lib/time/timers/rule';
import type { RunningTimer, StartTimerInput } from '@/lib/time/timers/schemas';

/** Starts the timer of the actor. Throws VALIDATION for an unknown project, CONFLICT while another one runs. */
export async function startTimer(db: WriteDb, input: StartTimerInput, actor: TeamActor): Promise<void> {
  const { clientId } = await workedProject(db, input.projectId);
  const { userId, tenantId } = actor;
  await refusing(db.workTimer.create({ data: { ...input, userId, tenantId, clientId }, select: { userId: true } }), {
    work_timers_pkey: () => conflict('timerRunning'),
    work_timers_tenant_id_user_id_key: () => conflict('timerRunning'),
  });
  const facts = { projectId: input.projectId };
  await recordEvent(db, actor, { name: 'timer.started', recordId: userId, facts });
}

/**
 * Stops the timer of the actor and enters its minutes on the dates in the business's zone on which they were worked, or the typed
 * ones on the date of its start. Throws CONFLICT where none runs, and VALIDATION like enterHours; the timer then runs on.
 */
export async function stopTimer(
  db: WriteDb,
  { minutes: typed }: { minutes?: string | null | undefined },
  actor: TeamActor,
): Promise<void> {
  const { projectId, description, billable, startedAt } = await takenTimer(db, actor);
  const worked = minutesByDay(startedAt, new Date(), actor.tenant.timeZone);
  const minutes = typed ? parseDuration(typed) : null;
  if (typed && minutes === null) throw invalid({ minutes: 'duration' });
  const days = minutes === null ? worked : worked.slice(0, 1).map(({ day }) => ({ day, minutes }));
  for (const { day: workedOn, minutes: ofDay } of days)
    await enterHours(db, { projectId, description, billable, workedOn, minutes: Math.min(ofDay, 1440) }, actor);
  await recordEvent(db, actor, { name: 'timer.stopped', recordId: actor.userId, facts: { projectId } });
}

/** Stops the timer of the actor without entering hours. Throws CONFLICT where none runs. */
export async function discardTimer(db: WriteDb, _input: object, actor: TeamActor): Promise<void> {
  const { projectId } = await takenTimer(db, actor);
  await recordEvent(db, actor, { name: 'timer.discarded', recordId: actor.userId, facts: { projectId } });
}

/** Removes the running timer and returns it: of two that stop it at once, one gets it. */
async function takenTimer(db: WriteDb, { userId }: TeamActor): Promise<RunningTimer> {
  const timer = await findTimer(db);
  const { count } = await db.workTimer.deleteMany({ where: { userId } });
  if (!timer || count === 0) throw conflict('noTimer');
  return timer;
}
