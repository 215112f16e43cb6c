import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { titled } from '@/app/(auth)/titled';
import { publishUpdateAction, setPercentAction } from '@/app/admin/actions';
import { moveDocumentAction } from '@/app/admin/documents/actions';
import { confirmClaimAction } from '@/app/admin/payments/claims/actions';
import { postUpdateAction } from '@/app/admin/projects/[id]/updates/actions';
import { answerTicketAction } from '@/app/admin/support/actions';
import { accessActions } from '@/app/admin/users/access-actions';
import { createUserLinkAction } from '@/app/admin/users/actions';
import { BusinessFigures } from '@/components/dashboard/business-figures';
import { FirstStepList } from '@/components/dashboard/first-steps';
import { InboxList } from '@/components/dashboard/inbox-list';
import { UnseenProjects } from '@/components/dashboard/unseen-projects';
import { MissingHours, QuietPeople, SoonPhases, WaitingProjects } from '@/components/projects/attention-lists';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Composer } from '@/components/updates/composer';
import { teamMember } from '@/lib/authz/guards';
import { inboxFilter } from '@/lib/dashboard/inbox/schemas';
import { isSettled } from '@/lib/dashboard/rule';
import { getTeamDashboard } from '@/lib/dashboard/team-queries';
import { today } from '@/lib/dates';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { formatDay } from '@/lib/format';
import { paths } from '@/lib/paths';

const actions = {
  answer: answerTicketAction,
  confirm: confirmClaimAction,
  setPercent: setPercentAction,
  moveDocument: moveDocumentAction,
  publishUpdate: publishUpdateAction,
  createLink: createUserLinkAction,
};

export async function generateMetadata(): Promise<Metadata> {
  const { tenant } = await forPage(teamMember);
  return titled((await getTranslations('attention'))('title'), tenant);
}

/** The inbox of the business, with what else needs attention beside it and its figures below. */
export default async function AdminPage({ searchParams }: PageProps<'/admin'>) {
  const me = await forPage(teamMember);
  const { timeZone } = me.tenant;
  const day = today(timeZone);
  const filter = await pageFilter(inboxFilter, searchParams);
  const { inbox, attention, money, hours, choices, steps } = await readPage(me, (db) =>
    getTeamDashboard(db, filter, day, me),
  );
  const [t, starts, locale] = await Promise.all([
    getTranslations('attention'),
    getTranslations('inbox.starts'),
    getLocale(),
  ]);
  const { hasProject } = steps;
  const isAdmin = me.userType === 'admin';
  const settling = isAdmin && !isSettled(steps);
  return (
    <>
      <PageHeader
        title={t('title')}
        eyebrow={formatDay(day, locale, 'long')}
        actions={
          hasProject && (
            <>
              <LinkButton href={paths.admin.gallery}>
                <Icon name="image-plus" />
                {starts('photos')}
              </LinkButton>
              {isAdmin && (
                <LinkButton href={paths.admin.clients.new}>
                  <Icon name="plus" />
                  {starts('client')}
                </LinkButton>
              )}
            </>
          )
        }
      />
      {choices.options.length > 0 && (
        <Composer action={postUpdateAction} place={{ projects: choices }} asks={isAdmin} timeZone={timeZone} />
      )}
      {settling && <FirstStepList steps={steps} business={me.tenant.name} />}
      {!settling && !hasProject && (
        <EmptyState
          title={t('first.title')}
          action={
            <LinkButton href={paths.admin.projects.new} look="primary">
              {t('first.action')}
            </LinkButton>
          }
        >
          {t('first.text')}
        </EmptyState>
      )}
      {hasProject && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem] lg:has-[>:last-child:empty]:grid-cols-1">
          <div className="min-w-0">
            <InboxList
              inbox={inbox}
              show={filter.show}
              userType={me.userType}
              actions={actions}
              today={day}
              timeZone={timeZone}
            />
          </div>
          <div className="min-w-0 empty:hidden">
            <SoonPhases phases={attention.soon} today={day} />
            <MissingHours people={attention.missingHours} me={me.userId} />
            <UnseenProjects projects={attention.unseen} actions={accessActions} />
            <WaitingProjects kind="onHold" projects={attention.onHold} />
            <WaitingProjects kind="withoutPhases" projects={attention.withoutPhases} />
            <WaitingProjects kind="withoutContact" projects={attention.withoutContact} />
            <QuietPeople people={attention.quiet} today={day} timeZone={timeZone} />
          </div>
        </div>
      )}
      <BusinessFigures money={money} hours={hours} />
    </>
  );
}
