import { useLocale, useTranslations } from 'next-intl';
import { ProjectStatusBadge } from '@/components/projects/project-status-badge';
import { DataTable } from '@/components/ui/data-table';
import { ProgressBar } from '@/components/ui/progress-bar';
import { formatDay } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { TeamProjectSummary } from '@/lib/projects/schemas';

/** The tenant's projects, each with its client and progress. */
export function ProjectTable({ projects }: { projects: TeamProjectSummary[] }) {
  const t = useTranslations('projects.list');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('title')}
      rows={projects}
      rowKey={(project) => project.id}
      rowHref={(project) => paths.admin.projects.show(project.id)}
      columns={[
        { key: 'name', label: t('column.name'), cell: (project) => project.name },
        { key: 'client', label: t('column.client'), cell: (project) => project.clientName },
        {
          key: 'status',
          label: t('column.status'),
          width: 'md:w-32',
          cell: (project) => <ProjectStatusBadge status={project.status} />,
        },
        {
          key: 'progress',
          label: t('column.progress'),
          width: 'md:w-36 lg:w-48',
          cell: ({ name, progress }) => (
            <ProgressBar percent={progress} label={t('progressOf', { name })} showValue className="w-36 md:w-full" />
          ),
        },
        {
          key: 'ends',
          label: t('column.ends'),
          width: 'md:w-32',
          align: 'end',
          cell: ({ endsOn }) => (endsOn ? <span className="whitespace-nowrap">{formatDay(endsOn, locale)}</span> : '–'),
        },
      ]}
    />
  );
}
