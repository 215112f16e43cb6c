import type { ProjectStatus } from '@/lib/projects/schemas';

/** As much of a phase as its progress needs: 0–100 percent, and how heavily it counts (1 or more). */
export type PhaseProgress = { percent: number; weight: number };

/**
 * A project's progress: the weighted mean of its phases in whole percent, rounded half-up; 0 for a project without phases.
 * The ends are kept for what they say: 100 only when every phase is done, 0 only when none has begun.
 */
export function projectProgress(phases: readonly PhaseProgress[]): number {
  const weight = phases.reduce((sum, phase) => sum + phase.weight, 0);
  const done = phases.reduce((sum, phase) => sum + phase.percent * phase.weight, 0);
  if (done === 0) return 0;
  if (done === 100 * weight) return 100;
  return Math.min(99, Math.max(1, Math.round(done / weight)));
}

/** Whether a project is completed or cancelled. */
export function isFinished({ status }: { status: ProjectStatus }): boolean {
  return status === 'completed' || status === 'cancelled';
}

/** Splits projects into unfinished and finished ones, each in the order given. */
export function splitByFinished<P extends { status: ProjectStatus }>(projects: readonly P[]) {
  return {
    projects: projects.filter((project) => !isFinished(project)),
    earlierProjects: projects.filter(isFinished),
  };
}
