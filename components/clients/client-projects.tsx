import { useTranslations } from 'next-intl';
import { ProgressRing } from '@/components/charts/progress-ring';
import { ProjectStatusBadge } from '@/components/projects/project-status-badge';
import { List, ListRow } from '@/components/ui/list';
import { paths } from '@/lib/paths';
import type { TeamProjectSummary } from '@/lib/projects/schemas';

/** The projects of one client, each with its progress. */
export function ClientProjects({ projects }: { projects: TeamProjectSummary[] }) {
  const t = useTranslations('clients.show');
  return (
    <List label={t('projects')}>
      {projects.map(({ id, name, address, status, progress }) => (
        <ListRow
          key={id}
          href={paths.admin.projects.show(id)}
          start={<ProgressRing percent={progress} label={t('progressOf', { name })} size="small" />}
          title={name}
          detail={address && <span className="max-sm:hidden">{address}</span>}
          end={<ProjectStatusBadge status={status} />}
        />
      ))}
    </List>
  );
}
