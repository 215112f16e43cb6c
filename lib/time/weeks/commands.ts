import type { TeamActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { AppError, conflict, invalid } from '@/lib/errors';
import { workingPerson } from '@/lib/time/checks';
import { changeHours, enterHours, removeHours } from '@/lib/time/commands';
import { mondayOf, parseDuration, typedDuration } from '@/lib/time/rule';
import type { TeamTimeEntry } from '@/lib/time/schemas';
import { getTeamEntry } from '@/lib/time/team-queries';
import { daysOf } from '@/lib/time/weeks/rule';
import type { SaveWeekInput, WeekRowInput } from '@/lib/time/weeks/schemas';

/**
 * Saves the sheet of a week: cells that were changed, and no others. A cell that was emptied removes its entry. Throws VALIDATION on
 * `rows.0.days.0.minutes` and the like, CONFLICT where an entry was changed or billed meanwhile; nothing is then saved.
 */
export async function saveWeek(db: WriteDb, input: SaveWeekInput, actor: TeamActor): Promise<void> {
  const person = await workingPerson(db, input.userId ?? undefined, actor);
  const days = daysOf(mondayOf(input.monday));
  for (const [at, row] of input.rows.entries()) {
    const changed = row.days.flatMap((cell, day) =>
      (cell.minutes ?? '') === (cell.seen ?? '') ? [] : [{ cell, day }],
    );
    for (const { cell, day } of changed) {
      const work = saveCell(db, { row, cell, workedOn: days[day] ?? '', userId: person.id }, actor);
      await atCell(at, day, work);
    }
  }
}

type Cell = { row: WeekRowInput; cell: WeekRowInput['days'][number]; workedOn: string; userId: string };

async function saveCell(db: WriteDb, { row, cell, workedOn, userId }: Cell, actor: TeamActor): Promise<void> {
  const minutes = cell.minutes ? parseDuration(cell.minutes) : 0;
  if (minutes === null) throw invalid({ minutes: 'duration' });
  const entry = cell.id ? await unchanged(db, cell.id, cell.seen, actor) : null;
  if (entry && minutes === 0) return removeHours(db, { id: entry.id }, actor);
  if (entry) return void (await changeHours(db, { id: entry.id, minutes }, actor));
  if (minutes === 0) return;
  const { projectId, description, billable } = row;
  if (!projectId) throw invalid({ projectId: 'required' });
  if (!description) throw invalid({ description: 'required' });
  await enterHours(db, { projectId, description, billable, workedOn, minutes, userId }, actor);
}

/** The entry of a cell. Throws CONFLICT where it no longer has the minutes that the page showed. */
async function unchanged(
  db: WriteDb,
  id: string,
  seen: string | null | undefined,
  actor: TeamActor,
): Promise<TeamTimeEntry> {
  const entry = await getTeamEntry(db, { id }, actor).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'NOT_FOUND' ? conflict('changedMeanwhile') : error;
  });
  if (typedDuration(entry.minutes) !== seen) throw conflict('changedMeanwhile');
  return entry;
}

/** Messages about project and description are shown at their fields in the row, all others at the cell. */
async function atCell(row: number, day: number, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'VALIDATION') throw error;
    const named = Object.entries(error.fields).map(([field, messages]) => {
      const ofRow = field === 'projectId' || field === 'description';
      return [ofRow ? `rows.${row}.${field}` : `rows.${row}.days.${day}.minutes`, messages] as const;
    });
    throw new AppError('VALIDATION', { fields: Object.fromEntries(named) });
  }
}
