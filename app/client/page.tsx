import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { titled } from '@/app/(auth)/titled';
import { AtAGlance } from '@/components/dashboard/at-a-glance';
import { BalanceDue } from '@/components/dashboard/balance-due';
import { MilestoneList } from '@/components/dashboard/milestone-list';
import { NewsFeed } from '@/components/dashboard/news-feed';
import { DocumentRows } from '@/components/documents/document-rows';
import { PhotoStrip } from '@/components/gallery/photo-strip';
import { EarlierProjects } from '@/components/projects/earlier-projects';
import { ProjectCard } from '@/components/projects/project-card';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { clientUser } from '@/lib/authz/guards';
import { findDashboard } from '@/lib/dashboard/queries';
import { dayPartOf, greetingName } from '@/lib/dashboard/rule';
import { today as todayIn } from '@/lib/dates';
import { forPage, readPage } from '@/lib/doors/page';
import { formatDay, formatDistance } from '@/lib/format';
import { paths } from '@/lib/paths';

/** Maximum number of project cards on this page; the projects page shows all. */
const mostCards = 6;

export async function generateMetadata(): Promise<Metadata> {
  const { tenant } = await forPage(clientUser);
  return titled((await getTranslations('client.home'))('title'), tenant);
}

export default async function ClientHomePage() {
  const me = await forPage(clientUser);
  const { name: tenant, timeZone } = me.tenant;
  const today = todayIn(timeZone);
  const dashboard = await readPage(me, (db) => findDashboard(db, today));
  // Null when access ended between the guard and the read.
  if (!dashboard) redirect(paths.noAccess);

  const [t, papers, locale] = await Promise.all([
    getTranslations('client.home'),
    getTranslations('documents.client'),
    getLocale(),
  ]);
  const now = new Date();
  const { client, projects, earlierProjects, milestones, news, documents, photos, invoices, timeEntries } = dashboard;
  const count = client.currentProjects + client.earlierProjects;
  const active = projects.filter(({ status }) => status === 'active').length;
  const next = milestones.find(({ isOverdue }) => !isOverdue);
  const lead = [
    t('underWay', { count: active }),
    next && t('next', { phase: next.phaseName, distance: formatDistance(next.dueOn, today, locale) }),
  ];

  return (
    <div className="max-w-page">
      <PageHeader
        eyebrow={formatDay(today, locale, 'long')}
        title={t(`greeting.${dayPartOf(now, timeZone)}`, { name: greetingName(me.name) })}
        lead={count > 0 ? lead.filter(Boolean).join(' ') : undefined}
      />
      <BalanceDue client={client} invoices={invoices} today={today} />
      {count === 0 ? (
        <EmptyState icon={<Icon name="folder-open" />} title={t('empty.title')}>
          {t('empty.text', { tenant })}
        </EmptyState>
      ) : (
        <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_17rem] lg:grid-rows-[auto_1fr] xl:gap-x-20">
          {projects.length > 0 && (
            <Section
              title={t('projects')}
              aside={
                projects.length > mostCards && (
                  <TextLink href={paths.client.projects}>{t('allProjects', { count })}</TextLink>
                )
              }
            >
              <ul className="space-y-5">
                {projects.slice(0, mostCards).map((project) => (
                  <ProjectCard key={project.id} project={project} today={today} />
                ))}
              </ul>
            </Section>
          )}
          <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
            <Section title={t('milestones.title')}>
              <MilestoneList milestones={milestones} today={today} showProject={count > 1} />
            </Section>
            {timeEntries.minutes > 0 && (
              <Section
                title={t('glance.title')}
                aside={<TextLink href={paths.client.timeEntries()}>{t('glance.all')}</TextLink>}
              >
                <AtAGlance timeEntries={timeEntries} />
              </Section>
            )}
          </div>
          <div className="lg:col-start-1">
            <Section title={t('news.title')}>
              <NewsFeed news={news} today={today} showProject={count > 1} />
            </Section>
            {documents.length > 0 && (
              <Section
                title={papers('latest')}
                aside={<TextLink href={paths.client.documents}>{papers('all')}</TextLink>}
              >
                <DocumentRows
                  documents={documents}
                  label={papers('latest')}
                  timeZone={timeZone}
                  showProject={count > 1}
                />
              </Section>
            )}
            <PhotoStrip photos={photos} timeZone={timeZone} href={paths.client.gallery} />
            {earlierProjects.length > 0 && (
              <Section
                title={t('earlier')}
                aside={
                  client.earlierProjects > earlierProjects.length && (
                    <TextLink href={paths.client.projects}>{t('allProjects', { count })}</TextLink>
                  )
                }
              >
                <EarlierProjects projects={earlierProjects} />
              </Section>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
