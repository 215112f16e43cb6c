/** The statuses of a project, as PostgreSQL declares them. */
export const projectStatuses = ['planned', 'active', 'on_hold', 'completed', 'cancelled'] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

/** The statuses of unfinished projects, in the order of a client's list (lib/projects/overview), and of finished ones. */
export const currentStatuses = ['active', 'on_hold', 'planned'] as const satisfies readonly ProjectStatus[];
export const finishedStatuses = ['completed', 'cancelled'] as const satisfies readonly ProjectStatus[];

/** Whether a project is completed or cancelled, so that nothing more is expected of it. */
export function isFinished({ status }: { status: ProjectStatus }): boolean {
  return finishedStatuses.some((finished) => finished === status);
}

/** Splits projects into unfinished and finished ones, each group in the given order. */
export function splitByFinished<P extends { status: ProjectStatus }>(projects: readonly P[]) {
  return {
    projects: projects.filter((project) => !isFinished(project)),
    earlierProjects: projects.filter(isFinished),
  };
}

/** The part of a phase that counts for progress: 0–100 percent, and a weight of 1 or more. */
export type PhaseProgress = { percent: number; weight: number };

/**
 * A project's progress: the weighted mean of its phases in whole percent, rounded half-up; 0 for a project without phases.
 * 100 means that every phase is done, and 0 that none has begun: means between the two are kept within 1–99.
 */
export function projectProgress(phases: readonly PhaseProgress[]): number {
  const weight = phases.reduce((sum, phase) => sum + phase.weight, 0);
  const done = phases.reduce((sum, phase) => sum + phase.percent * phase.weight, 0);
  if (done === 0) return 0;
  if (done === 100 * weight) return 100;
  return Math.min(99, Math.max(1, Math.round(done / weight)));
}
