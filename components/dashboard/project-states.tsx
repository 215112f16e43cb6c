import { StateLine } from '@/components/projects/state-line';
import { PlainLink } from '@/components/ui/text-link';
import type { Day } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { PortalProject } from '@/lib/projects/schemas';

type Props = { projects: readonly PortalProject[]; today: Day };

/** How each current project stands, in one line; a single project needs no name. */
export function ProjectStates({ projects, today }: Props) {
  const [only, ...others] = projects;
  if (!only) return null;
  return (
    <ul className="space-y-1 text-ink-soft sm:text-lg">
      {projects.map((project) => (
        <li key={project.id}>
          {others.length > 0 && (
            <PlainLink
              href={paths.client.project.show(project.id)}
              className="font-medium text-ink hover:text-accent-text"
            >
              {project.name}
            </PlainLink>
          )}{' '}
          <StateLine project={project} today={today} />
        </li>
      ))}
    </ul>
  );
}
