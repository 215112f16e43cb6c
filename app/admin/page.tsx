import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { titled } from '@/app/(auth)/titled';
import { postUpdateAction } from '@/app/admin/projects/[id]/updates/actions';
import { accessActions } from '@/app/admin/users/access-actions';
import { FirstStepList } from '@/components/dashboard/first-steps';
import { UnseenProjects } from '@/components/dashboard/unseen-projects';
import { PendingDocuments } from '@/components/documents/pending-documents';
import { MoneyAttention } from '@/components/payments/money-attention';
import { DuePhases, NeverSignedIn, WaitingProjects } from '@/components/projects/attention-lists';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Composer } from '@/components/updates/composer';
import { DraftList } from '@/components/updates/draft-list';
import { teamMember } from '@/lib/authz/guards';
import { isSettled } from '@/lib/dashboard/rule';
import { getAttention } from '@/lib/dashboard/team-queries';
import { today } from '@/lib/dates';
import { listPending } from '@/lib/documents/team-queries';
import { forPage, readPage } from '@/lib/doors/page';
import { formatDay } from '@/lib/format';
import { paths } from '@/lib/paths';

/** Maximum number of pending documents on this page; the document list shows all. */
const mostPending = 6;

export async function generateMetadata(): Promise<Metadata> {
  const { tenant } = await forPage(teamMember);
  return titled((await getTranslations('attention'))('title'), tenant);
}

export default async function AdminPage() {
  const me = await forPage(teamMember);
  const { timeZone } = me.tenant;
  const day = today(timeZone);
  const { steps, pending, choices, ...waiting } = await readPage(me, async (db) => ({
    ...(await getAttention(db, day, me)),
    pending: await listPending(db, mostPending, me),
  }));
  const [t, locale] = await Promise.all([getTranslations('attention'), getLocale()]);
  const { hasProject } = steps;
  const settling = me.userType === 'admin' && !isSettled(steps);
  const nothing = [pending, ...Object.values(waiting)].every(({ rows }) => rows.length === 0);
  return (
    <>
      <PageHeader
        title={t('title')}
        eyebrow={formatDay(day, locale, 'long')}
        actions={
          hasProject && (
            <LinkButton href={paths.admin.projects.list} look="secondary">
              {t('projects')}
            </LinkButton>
          )
        }
      />
      {choices.length > 0 && <Composer action={postUpdateAction} place={{ projects: choices }} timeZone={timeZone} />}
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
      {!settling && hasProject && nothing && <EmptyState title={t('clear.title')}>{t('clear.text')}</EmptyState>}
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-2 lg:has-[>:empty]:grid-cols-1">
        <div className="empty:hidden">
          <DuePhases kind="late" phases={waiting.late} today={day} />
          <DuePhases kind="soon" phases={waiting.soon} today={day} />
        </div>
        <div className="empty:hidden">
          <MoneyAttention claims={waiting.claims} instalments={waiting.instalments} />
          <DraftList drafts={waiting.drafts} />
          <PendingDocuments documents={pending} today={day} timeZone={timeZone} />
          <UnseenProjects projects={waiting.unseen} actions={accessActions} />
          <WaitingProjects kind="onHold" projects={waiting.onHold} />
          <WaitingProjects kind="withoutPhases" projects={waiting.withoutPhases} />
          <WaitingProjects kind="withoutContact" projects={waiting.withoutContact} />
          <NeverSignedIn people={waiting.neverSignedIn} timeZone={timeZone} />
        </div>
      </div>
    </>
  );
}
