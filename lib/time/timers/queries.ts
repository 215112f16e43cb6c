import type { ReadDb } from '@/lib/db/handles';
import type { RunningTimer } from '@/lib/time/timers/schemas';

/** The running timer of the person whose scope this is; null where none runs. */
export async function findTimer(db: ReadDb): Promise<RunningTimer | null> {
  const select = { projectId: true, description: true, billable: true, startedAt: true } as const;
  const row = await db.workTimer.findFirst({ select: { ...select, project: { select: { name: true } } } });
  if (!row) return null;
  const { project, ...timer } = row;
  return { ...timer, projectName: project.name };
}
