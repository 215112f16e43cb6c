import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import {
  discardTimerAction,
  enterHoursAction,
  startTimerAction,
  stopTimerAction,
} from '@/app/admin/time-entries/actions';
import { SubmitButton } from '@/components/forms/submit-button';
import { EntryFields } from '@/components/hours/entry-fields';
import { EntryForm } from '@/components/hours/entry-form';
import { TeamHours } from '@/components/hours/team-hours';
import { Timer } from '@/components/hours/timer';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { teamMember } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { spanned } from '@/lib/ledger/statement/rule';
import { paths } from '@/lib/paths';
import { summariseEntries } from '@/lib/time/queries';
import { hourSpan } from '@/lib/time/rule';
import { teamTimePageFilter } from '@/lib/time/schemas';
import { hourChoices, listTeamEntries } from '@/lib/time/team-queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours'))('title') };
}

export default async function HoursPage({ searchParams }: PageProps<'/admin/time-entries'>) {
  const me = await forPage(teamMember);
  const { span, ...asked } = spanned(await pageFilter(teamTimePageFilter, searchParams));
  const today = todayIn(me.tenant.timeZone);
  const isDated = Boolean(asked.dateFrom || asked.dateTo);
  const isAll = span === 'all' && !isDated;
  const filter = isDated || isAll ? asked : { ...asked, ...hourSpan('thisMonth', today) };
  const { page, summary, choices } = await readPage(me, async (db) => ({
    page: await listTeamEntries(db, filter, me),
    summary: await summariseEntries(db, filter, 'team'),
    choices: await hourChoices(db, filter.projectId),
  }));
  const t = await getTranslations('hours');
  const people = me.userType === 'admin' && { people: { options: choices.people, me: me.userId } };
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={<LinkButton href={paths.admin.hours.week()}>{t('week.title')}</LinkButton>}
      />
      <Section title={t('enter.title')}>
        <EntryForm action={enterHoursAction} doneMessage={t('enter.done')}>
          <EntryFields choices={choices} {...people} />
          <SubmitButton>{t('enter.submit')}</SubmitButton>
        </EntryForm>
      </Section>
      <Section title={t('timer.title')} lead={t('timer.lead')}>
        <Timer
          choices={choices}
          timeZone={me.tenant.timeZone}
          actions={{ start: startTimerAction, stop: stopTimerAction, discard: discardTimerAction }}
        />
      </Section>
      <Section title={t('title')}>
        <TeamHours
          address={paths.admin.hours.list}
          all={{ span: 'all' }}
          {...{ filter, isAll, today, page, summary }}
          choices={{ projects: choices.projects, ...(me.userType === 'admin' && { people: choices.people }) }}
        />
      </Section>
    </>
  );
}
