import { useLocale, useTranslations } from 'next-intl';
import { ProjectStatusBadge } from '@/components/projects/project-status-badge';
import { List, ListRow } from '@/components/ui/list';
import { formatDay } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { PortalProject } from '@/lib/projects/schemas';

/** Completed and cancelled projects, less prominent than the current ones. */
export function EarlierProjects({ projects }: { projects: readonly PortalProject[] }) {
  const t = useTranslations('client.project');
  const locale = useLocale();
  return (
    <List>
      {projects.map(({ id, name, status, endsOn }) => (
        <ListRow
          key={id}
          href={paths.client.project.show(id)}
          title={<span className="font-serif text-lg font-normal">{name}</span>}
          detail={endsOn && t('ended', { date: formatDay(endsOn, locale, 'month') })}
          end={<ProjectStatusBadge status={status} />}
        />
      ))}
    </List>
  );
}
