import type { PortalProject } from '@/lib/projects/schemas';

/** Whether nothing more is to be expected of a project. */
export function isFinished({ status }: Pick<PortalProject, 'status'>): boolean {
  return status === 'completed' || status === 'cancelled';
}

/** Projects that go on and those that are finished, each in the order given. */
export function splitByFinished<P extends Pick<PortalProject, 'status'>>(projects: readonly P[]) {
  return {
    projects: projects.filter((project) => !isFinished(project)),
    earlierProjects: projects.filter(isFinished),
  };
}
