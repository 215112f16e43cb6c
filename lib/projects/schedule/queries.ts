import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';
import { dateChangeColumns, toDateChange } from '@/lib/projects/schedule/columns';
import { type DateChange, type DateChangeFilter, dateChangeOrder } from '@/lib/projects/schedule/schemas';

// Queries of clients and the team: the wall shows clients the history from the plan on, where business and project show it.

/** Changes that the page of a project shows; the API has the rest. */
const mostOfProject = 60;

/**
 * The history of the planned dates of a phase, the newest first; empty for a client who is not shown it. Throws NOT_FOUND for a
 * phase that is neither there nor in the visible history.
 */
export async function listDateChanges(
  db: ReadDb,
  { id: projectId, phaseId, ...filter }: DateChangeFilter,
): Promise<Page<DateChange>> {
  const rows = await db.phaseDateChange.findMany({
    ...dateChangeOrder.seek(filter, { phaseId, projectId }),
    select: dateChangeColumns,
  });
  if (rows.length === 0)
    orNotFound(await db.phase.findUnique({ where: { id: phaseId, projectId }, select: { id: true } }));
  const { data, nextCursor } = dateChangeOrder.page(rows, filter);
  return { data: data.map(toDateChange), nextCursor };
}

/**
 * The newest changes of the planned dates of a project, of all its phases, the removed ones included. Without the baselines with
 * which phases began, which say nothing of a change.
 */
export async function newestDateChanges(db: ReadDb, { projectId }: { projectId: string }): Promise<DateChange[]> {
  const rows = await db.phaseDateChange.findMany({
    where: { projectId, OR: [{ kind: { not: 'baseline' } }, { reason: { not: null } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: mostOfProject,
    select: dateChangeColumns,
  });
  return rows.map(toDateChange);
}
