import type { WriteDb } from '@/lib/db/handles';
import { invalid } from '@/lib/errors';
import { type MoveReason, movesPlan, type ScheduledPhase } from '@/lib/projects/schedule/rule';

type Reason = { reason?: MoveReason | null | undefined; reasonNote?: string | null | undefined };

/**
 * Returns whether a change moves the plan of a phase, and hands its reason to the database, which keeps it with the change. Throws
 * VALIDATION on `reason` where it is `asked` for and missing: forms ask, programs may leave it out.
 */
export async function requireReason(
  db: WriteDb,
  [before, after]: [before: ScheduledPhase, after: ScheduledPhase],
  given: Reason,
  { asked }: { asked: boolean },
): Promise<boolean> {
  if (!movesPlan(before, after)) return false;
  if (asked && !given.reason) throw invalid({ reason: 'whyMoved' });
  await giveReason(db, given);
  return true;
}

/** The trigger phases_keep_planned_dates reads these settings of the transaction. */
export async function giveReason(db: WriteDb, { reason, reasonNote }: Reason): Promise<void> {
  await db.$queryRaw`
    select set_config('app.date_reason', ${reason ?? ''}, true), set_config('app.date_note', ${reasonNote ?? ''}, true)`;
}
