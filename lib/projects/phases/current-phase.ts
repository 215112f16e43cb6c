import type { PortalPhase } from '@/lib/projects/phases/schemas';

/** The phase that a project is in: the first that is under way, else the first on hold, else the next to begin. Null when all are done. */
export function currentPhase<P extends Pick<PortalPhase, 'status'>>(phases: readonly P[]): P | null {
  const first = (status: PortalPhase['status']) => phases.find((phase) => phase.status === status);
  return first('in_progress') ?? first('on_hold') ?? first('not_started') ?? null;
}
