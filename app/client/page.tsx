import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { titled } from '@/app/(auth)/titled';
import { recordVisitAction } from '@/app/client/actions';
import { BalanceRow } from '@/components/dashboard/balance-row';
import { NewsFeed } from '@/components/dashboard/news-feed';
import { NextDates } from '@/components/dashboard/next-dates';
import { PhotoOfTheWeek } from '@/components/dashboard/photo-of-the-week';
import { ProjectStates } from '@/components/dashboard/project-states';
import { SinceList } from '@/components/dashboard/since-list';
import { WaitingList } from '@/components/dashboard/waiting-list';
import { DocumentRows } from '@/components/documents/document-rows';
import { EarlierProjects } from '@/components/projects/earlier-projects';
import { ProjectCard } from '@/components/projects/project-card';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { RecordVisit } from '@/components/visits/record-visit';
import { clientUser } from '@/lib/authz/guards';
import { findDashboard } from '@/lib/dashboard/queries';
import { dayPartOf, greetingName, isOfThisWeek } from '@/lib/dashboard/rule';
import { today as todayIn } from '@/lib/dates';
import { forPage, readPage } from '@/lib/doors/page';
import { formatDay, formatMinutes } from '@/lib/format';
import { paths } from '@/lib/paths';

/** Rows of each list on this page; their own pages show all. */
const most = { states: 4, cards: 6, news: 3, documents: 3 };

export async function generateMetadata(): Promise<Metadata> {
  const { tenant } = await forPage(clientUser);
  return titled((await getTranslations('client.home'))('title'), tenant);
}

/** Answers three questions in this order: how do my projects stand, what waits on me, what is new. */
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
  const { client, projects, earlierProjects, photos, invoices, timeEntries, openTickets, visit } = dashboard;
  const { currency } = client;
  const count = client.currentProjects + client.earlierProjects;
  const [photo] = photos;
  const news = dashboard.news.slice(0, most.news);
  const documents = dashboard.documents.slice(0, most.documents);

  return (
    <div className="max-w-page">
      {visit.unrecorded && <RecordVisit place="home" action={recordVisitAction} />}
      <div className="[&>header]:mb-4 sm:[&>header]:mb-8">
        <PageHeader
          eyebrow={formatDay(today, locale, 'long')}
          title={t(`greeting.${dayPartOf(now, timeZone)}`, { name: greetingName(me.name) })}
        />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_17rem] lg:grid-rows-[auto_1fr] xl:gap-x-20">
        <div className="min-w-0 space-y-5 sm:space-y-8">
          <ProjectStates projects={projects.slice(0, most.states)} today={today} />
          <WaitingList waiting={dashboard.waiting} currency={currency} today={today} />
          {count > 0 && <SinceList since={dashboard.newSince} currency={currency} today={today} timeZone={timeZone} />}
          <BalanceRow client={client} invoices={invoices} today={today} />
          {photo && (
            <PhotoOfTheWeek photo={photo} isOfThisWeek={isOfThisWeek(photo.takenAt, now)} timeZone={timeZone} />
          )}
          {count === 0 && (
            <EmptyState icon={<Icon name="folder-open" />} title={t('empty.title')}>
              {t('empty.text', { tenant })}
            </EmptyState>
          )}
          {projects.length > 0 && (
            <Section
              title={t('projects')}
              aside={
                projects.length > most.cards && (
                  <TextLink href={paths.client.projects}>{t('allProjects', { count })}</TextLink>
                )
              }
            >
              <ul className="space-y-5">
                {projects.slice(0, most.cards).map((project) => (
                  <ProjectCard key={project.id} project={project} today={today} />
                ))}
              </ul>
            </Section>
          )}
        </div>
        {count > 0 && (
          <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
            <Section title={t('dates.title')}>
              <NextDates dates={dashboard.nextDates} today={today} showProject={count > 1} />
            </Section>
            {(timeEntries.minutes > 0 || openTickets > 0) && (
              <ul className="mt-8 space-y-2 border-t border-line pt-6 text-ink-soft">
                {timeEntries.minutes > 0 && (
                  <li>
                    <TextLink href={paths.client.timeEntries()}>{t('glance.hours')}</TextLink>{' '}
                    <span className="numerals">{formatMinutes(timeEntries.minutes, locale)}</span>
                  </li>
                )}
                {openTickets > 0 && (
                  <li>
                    <TextLink href={paths.client.support}>{t('requests', { count: openTickets })}</TextLink>
                  </li>
                )}
              </ul>
            )}
          </div>
        )}
        <div className="empty:hidden lg:col-start-1">
          {news.length > 0 && (
            <Section title={t('latest')}>
              <NewsFeed news={news} today={today} showProject={count > 1} />
            </Section>
          )}
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
    </div>
  );
}
