import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { saveWeekAction } from '@/app/admin/time-entries/actions';
import { WeekSheet } from '@/components/hours/week-sheet';
import { FilterBar } from '@/components/ui/filter-bar';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { teamMember } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { formatDays } from '@/lib/format';
import { paths } from '@/lib/paths';
import { mondayOf, shifted } from '@/lib/time/rule';
import { hourChoices } from '@/lib/time/team-queries';
import { listWeek } from '@/lib/time/weeks/queries';
import { weekRows } from '@/lib/time/weeks/rule';
import { weekFilter } from '@/lib/time/weeks/schemas';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours.week'))('title') };
}

export default async function WeekPage({ searchParams }: PageProps<'/admin/time-entries/week'>) {
  const me = await forPage(teamMember);
  const { week, userId: asked } = await pageFilter(weekFilter, searchParams);
  const thisMonday = mondayOf(todayIn(me.tenant.timeZone));
  const monday = week ? mondayOf(week) : thisMonday;
  // Staff fill their own sheet only.
  const wanted = me.userType === 'admin' ? (asked ?? me.userId) : me.userId;
  const { entries, choices } = await readPage(me, async (db) => ({
    entries: await listWeek(db, { userId: wanted, monday }),
    choices: await hourChoices(db),
  }));
  const [t, list, locale] = await Promise.all([getTranslations('hours.week'), getTranslations('hours'), getLocale()]);
  const ofWeek = (day: string) => paths.admin.hours.week({ user_id: asked, week: day });
  const isThis = monday === thisMonday;
  return (
    <>
      <PageHeader
        title={t('title')}
        eyebrow={formatDays(monday, shifted(monday, 6), locale)}
        trail={[{ href: paths.admin.hours.list, label: list('title') }]}
        lead={t('lead')}
        actions={
          <>
            <LinkButton href={ofWeek(shifted(monday, -7))}>{t('previous')}</LinkButton>
            {!isThis && <LinkButton href={ofWeek(thisMonday)}>{t('this')}</LinkButton>}
            {!isThis && <LinkButton href={ofWeek(shifted(monday, 7))}>{t('next')}</LinkButton>}
          </>
        }
      />
      {me.userType === 'admin' && (
        <FilterBar
          address={paths.admin.hours.week()}
          choices={[{ name: 'user_id', label: t('person'), all: me.name, value: asked, options: choices.people }]}
          keep={{ week: monday }}
          clearable={false}
        />
      )}
      <WeekSheet
        key={`${wanted} ${monday}`}
        action={saveWeekAction}
        monday={monday}
        userId={wanted}
        rows={weekRows(entries, monday)}
        choices={choices}
      />
    </>
  );
}
