import { ScheduleFacts } from '@/components/projects/schedule-facts';
import { StateLine } from '@/components/projects/state-line';
import { TextLink } from '@/components/ui/text-link';
import type { Day } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { PortalProject } from '@/lib/projects/schemas';

type Props = { projects: readonly PortalProject[]; today: Day };

/** Where each project of a client stands: its state in one line, then plan, forecast and slip. */
export function ScheduleOverview({ projects, today }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {projects.map((project) => (
        <li key={project.id} className="space-y-4 py-5">
          <div>
            <p className="two-lines font-serif text-xl leading-snug">
              <TextLink href={paths.client.project.phases(project.id)}>{project.name}</TextLink>
            </p>
            <p className="mt-1 text-ink-soft">
              <StateLine project={project} today={today} />
            </p>
          </div>
          <ScheduleFacts phases={project.phases} today={today} />
        </li>
      ))}
    </ul>
  );
}
