import type { Milestone } from '@/lib/dashboard/portal-data';
import type { Day } from '@/lib/format';
import type { PortalProject } from '@/lib/projects/schemas';

/**
 * What is next: planned ends of unfinished phases, the earliest first, so that what is overdue leads. A project on hold
 * promises no dates, and a finished one has nothing ahead.
 */
export function nextMilestones(projects: readonly PortalProject[], today: Day): Milestone[] {
  return projects
    .filter(({ status }) => status === 'active' || status === 'planned')
    .flatMap((project) =>
      project.phases.flatMap(({ id, name, status, percent, plannedEndOn: dueOn }) =>
        status === 'completed' || dueOn === null
          ? []
          : {
              phaseId: id,
              phaseName: name,
              projectId: project.id,
              projectName: project.name,
              dueOn,
              isOverdue: dueOn < today,
              percent,
            },
      ),
    )
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
