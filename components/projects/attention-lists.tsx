import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import type { Attention } from '@/lib/dashboard/schemas';
import { type Day, formatDay, formatDistance, formatInstant, formatPercent } from '@/lib/format';
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

/** Phases by planned end, each linking to the phase list in which its percent is edited. */
export function DuePhases({ kind, phases, today }: { kind: 'late' | 'soon'; phases: Attention['late']; today: Day }) {
  const t = useTranslations('attention');
  const locale = useLocale();
  if (phases.rows.length === 0) return null;
  const late = kind === 'late';
  return (
    <Waiting
      title={t(`${kind}.title`)}
      {...(late && { lead: t('late.lead') })}
      more={phases.more && t(late ? 'more' : 'moreSoon')}
    >
      {phases.rows.map(({ id, name, percent, plannedEndOn, project }) => (
        <ListRow
          key={id}
          href={paths.admin.projects.phases(project.id)}
          title={name}
          detail={`${project.name} · ${project.clientName}`}
          end={
            <span>
              <span className={late ? 'block font-medium text-bad' : 'block font-medium text-ink'}>
                {formatDistance(plannedEndOn, today, locale)}
              </span>
              <span className="numerals block">
                {formatDay(plannedEndOn, locale, 'short')} · {formatPercent(percent / 100, locale)}
              </span>
            </span>
          }
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

/** People with portal access who have never signed in. */
export function NeverSignedIn({ people, timeZone }: { people: Attention['neverSignedIn']; timeZone: string }) {
  const t = useTranslations('attention');
  const locale = useLocale();
  if (people.rows.length === 0) return null;
  return (
    <Waiting title={t('neverSignedIn.title')} lead={t('neverSignedIn.lead')} more={people.more && t('more')}>
      {people.rows.map(({ id, name, clientName, createdAt }) => (
        <ListRow
          key={id}
          href={paths.admin.users.show(id)}
          start={<Avatar name={name} />}
          title={name}
          detail={clientName}
          end={t('neverSignedIn.since', { date: formatInstant(createdAt, { locale, timeZone }, 'date') })}
        />
      ))}
    </Waiting>
  );
}
