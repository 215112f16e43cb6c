import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ProgressRing } from '@/components/charts/progress-ring';
import { ProjectStatusBadge } from '@/components/projects/project-status-badge';
import { type ProjectTab, projectTabs } from '@/components/projects/project-tabs';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Tabs } from '@/components/ui/tabs';
import { paths } from '@/lib/paths';
import type { ProjectDetail } from '@/lib/projects/schemas';

type Props = {
  project: Pick<ProjectDetail, 'id' | 'name' | 'status' | 'progress' | 'hoursShown'>;
  viewer: keyof typeof projectTabs;
  current: ProjectTab;
  /** Shown to the team only: a client knows its own name. */
  clientName?: string;
  /** Buttons of the current tab. */
  actions?: ReactNode;
};

/** The head of every page of a project: name, status, progress and the tabs stay at the top while the page scrolls. */
export function ProjectHead({ project, viewer, current, clientName, actions }: Props) {
  const t = useTranslations('projects');
  const { id, name, status, progress } = project;
  const hidesHours = viewer === 'client' && project.hoursShown === 'hidden';
  const tabs = projectTabs[viewer].filter(([tab]) => tab !== 'hours' || !hidesHours);
  const list = viewer === 'client' ? paths.client.projects : paths.admin.projects.list;
  return (
    <>
      <Breadcrumb trail={[{ href: list, label: t('list.title') }]} />
      <header className="sticky top-0 z-20 -mx-5 bg-paper px-5 pt-2 sm:-mx-8 sm:px-8 lg:-mx-12 lg:px-12 print:static">
        <div className="flex items-center gap-x-4 max-sm:pb-2">
          <div className="min-w-0 flex-1">
            {clientName && <p className="eyebrow truncate">{clientName}</p>}
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h1 className="line-clamp-2 min-w-0 text-[1.375rem] leading-tight sm:text-[1.75rem]">{name}</h1>
              <ProjectStatusBadge status={status} />
            </div>
          </div>
          <ProgressRing percent={progress} label={t('show.progress', { name })} size="small" />
        </div>
        <Tabs
          label={t('tabs.label')}
          tabs={tabs.map(([tab, address]) => ({
            href: address(id),
            label: t(`tabs.${tab}`),
            current: tab === current,
          }))}
        />
      </header>
      {actions && <div className="mb-8 flex flex-wrap items-center gap-3">{actions}</div>}
    </>
  );
}
