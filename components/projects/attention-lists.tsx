import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import type { Attention } from '@/lib/dashboard/schemas';
import { type Day, dayOf, formatDistance, formatPercent } from '@/lib/format';
import { paths } from '@/lib/paths';

type ListProps = { title: string; lead?: string; more: string | false; children: ReactNode };

/** A list of items that need attention for one reason. The lists below render nothing when they are empty. */
export function Waiting({ title, lead, more, children }: ListProps) {
  return (
    <Section title={title} lead={lead}>
      <List label={title}>{children}</List>
      {more && <p className="mt-3 text-sm text-ink-soft">{more}</p>}
    </Section>
  );
}

/** Phases that are due soon, each linking to the phase list in which its percent is edited. */
export function SoonPhases({ phases, today }: { phases: Attention['soon']; today: Day }) {
  const t = useTranslations('attention');
  const locale = useLocale();
  if (phases.rows.length === 0) return null;
  return (
    <Waiting title={t('soon.title')} more={phases.more && t('moreSoon')}>
      {phases.rows.map(({ id, name, percent, plannedEndOn, project }) => (
        <ListRow
          key={id}
          href={paths.admin.projects.phases(project.id)}
          title={name}
          detail={`${project.name} · ${formatDistance(plannedEndOn, today, locale)}`}
          end={formatPercent(percent / 100, locale)}
        />
      ))}
    </Waiting>
  );
}

type WaitingProjects = 'onHold' | 'withoutPhases' | 'withoutContact';

/** Projects with missing data or on hold, each linking to the page where that is changed. */
export function WaitingProjects({ kind, projects }: { kind: WaitingProjects; projects: Attention['onHold'] }) {
  const t = useTranslations('attention');
  if (projects.rows.length === 0) return null;
  const address = { onHold: 'show', withoutPhases: 'phases', withoutContact: 'edit' } as const;
  return (
    <Waiting
      title={t(`${kind}.title`)}
      {...(kind === 'withoutPhases' && { lead: t('withoutPhases.lead') })}
      more={projects.more && t('more')}
    >
      {projects.rows.map(({ id, name, clientName }) => (
        <ListRow key={id} href={paths.admin.projects[address[kind]](id)} title={name} detail={clientName} />
      ))}
    </Waiting>
  );
}

/** People of clients who have not signed in for a while. */
export function QuietPeople({ people, today, timeZone }: { people: Attention['quiet']; today: Day; timeZone: string }) {
  const t = useTranslations('inbox.quiet');
  const attention = useTranslations('attention');
  const locale = useLocale();
  if (people.rows.length === 0) return null;
  return (
    <Waiting title={t('title')} more={people.more && attention('more')}>
      {people.rows.map(({ id, name, clientName, lastSignInAt }) => (
        <ListRow
          key={id}
          href={paths.admin.users.show(id)}
          title={name}
          detail={`${clientName} · ${t('last', { distance: formatDistance(dayOf(new Date(lastSignInAt), timeZone), today, locale) })}`}
        />
      ))}
    </Waiting>
  );
}

/** People of the team without hours this week; `me` reads of themselves. */
export function MissingHours({ people, me }: { people: Attention['missingHours']; me: string }) {
  const t = useTranslations('inbox.missing');
  const attention = useTranslations('attention');
  if (people.rows.length === 0) return null;
  return (
    <Waiting title={t('title')} lead={t('lead')} more={people.more && attention('more')}>
      {people.rows.map(({ id, name }) => (
        <ListRow
          key={id}
          href={paths.admin.hours.week(id === me ? {} : { user_id: id })}
          start={<Avatar name={name} />}
          title={name}
          {...(id === me && { detail: t('own') })}
        />
      ))}
    </Waiting>
  );
}
