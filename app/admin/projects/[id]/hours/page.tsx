import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TeamHours } from '@/components/hours/team-hours';
import { ProjectHead } from '@/components/projects/project-head';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { teamMember } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { spanned } from '@/lib/ledger/statement/rule';
import { paths } from '@/lib/paths';
import { getTeamProject } from '@/lib/projects/team-queries';
import { summariseEntries } from '@/lib/time/queries';
import { teamTimeFilter } from '@/lib/time/schemas';
import { listTeamEntries } from '@/lib/time/team-queries';

const ofProject = teamTimeFilter.omit({ projectId: true });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours'))('title') };
}

export default async function ProjectHoursPage({ params, searchParams }: PageProps<'/admin/projects/[id]/hours'>) {
  const me = await forPage(teamMember);
  const [id, asked] = await Promise.all([pageId(params), pageFilter(ofProject, searchParams)]);
  const filter = { ...spanned(asked), projectId: id };
  const { project, page, summary } = await readPage(me, async (db) => ({
    project: await getTeamProject(db, { id }),
    page: await listTeamEntries(db, filter, me),
    summary: await summariseEntries(db, filter, 'team'),
  }));
  const t = await getTranslations('hours');
  const { dateFrom, dateTo, userId, billed } = filter;
  const enter = <LinkButton href={paths.admin.hours.list}>{t('enter.title')}</LinkButton>;
  const isEmpty = summary.totals.count === 0 && !dateFrom && !dateTo && !userId && !billed;
  return (
    <>
      <ProjectHead
        project={project}
        viewer={me.userType}
        current="hours"
        clientName={project.clientName}
        actions={enter}
      />
      {isEmpty ? (
        <EmptyState title={t('team.empty.title')}>{t('team.empty.text')}</EmptyState>
      ) : (
        <TeamHours
          address={paths.admin.projects.hours(id)}
          {...{ filter, page, summary, all: {}, isAll: false, choices: {} }}
          today={todayIn(me.tenant.timeZone)}
        />
      )}
    </>
  );
}
