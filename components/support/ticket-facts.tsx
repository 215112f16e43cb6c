import { useLocale, useTranslations } from 'next-intl';
import { Facts } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/text-link';
import { formatInstant, formatSpan } from '@/lib/intl';
import { paths } from '@/lib/paths';
import { type Targets, timingOf } from '@/lib/support/rule';
import type { TeamTicketSummary } from '@/lib/support/schemas';

type Props = { ticket: TeamTicketSummary; targets: Targets; now: Date; timeZone: string };

/** Whose ticket it is, and when it was opened, answered and closed, against what the business means to keep. */
export function TicketFacts({ ticket, targets, now, timeZone }: Props) {
  const t = useTranslations('support.team');
  const locale = useLocale();
  const { createdAt, firstAnsweredAt, closedAt, projectId, projectName } = ticket;
  const opened = new Date(createdAt);
  const at = (instant: string) => formatInstant(new Date(instant), { locale, timeZone });
  const step = (doneAt: string | null, hours: number | null) => {
    const timing = timingOf(opened, doneAt ? new Date(doneAt) : null, hours, now);
    const span = (minutes: number) => ({ time: formatSpan(minutes, locale) });
    const words =
      timing &&
      (timing.state === 'late'
        ? t('late', span(timing.byMinutes))
        : timing.state === 'running'
          ? t('remaining', span(timing.leftMinutes))
          : t(timing.state === 'missed' ? 'missed' : 'took', span(timing.tookMinutes)));
    const isBad = timing?.state === 'late' || timing?.state === 'missed';
    return (
      <>
        {doneAt ? at(doneAt) : t('notYet')}
        {words && <span className={`block text-sm ${isBad ? 'text-bad' : 'text-ink-soft'}`}>{words}</span>}
      </>
    );
  };
  return (
    <Facts
      facts={[
        {
          label: t('client'),
          value: <TextLink href={paths.admin.clients.show(ticket.clientId)}>{ticket.clientName}</TextLink>,
        },
        { label: t('person'), value: ticket.clientUserName },
        {
          label: t('project'),
          value: projectId && <TextLink href={paths.admin.projects.show(projectId)}>{projectName}</TextLink>,
        },
        { label: t('opened'), value: at(createdAt) },
        { label: t('firstAnswer'), value: step(firstAnsweredAt, targets.firstResponseHours) },
        { label: t('closedAt'), value: step(closedAt, targets.resolutionHours) },
      ]}
    />
  );
}
