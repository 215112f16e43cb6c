import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { formatSpan } from '@/lib/intl';
import { type Targets, timingOf } from '@/lib/support/rule';
import type { TeamTicketSummary } from '@/lib/support/schemas';

type Props = { ticket: TeamTicketSummary; targets: Targets; now: Date };

/** How a ticket stands to the next target of the business: the first answer, then the closing. Nothing without one. */
export function TargetBadge({ ticket, targets, now }: Props) {
  const t = useTranslations('support.inbox');
  const locale = useLocale();
  const { status, createdAt, firstAnsweredAt } = ticket;
  if (status === 'closed') return null;
  const hours = firstAnsweredAt ? targets.resolutionHours : targets.firstResponseHours;
  const timing = timingOf(new Date(createdAt), null, hours, now);
  if (timing?.state === 'late')
    return <Badge tone="bad">{t('late', { time: formatSpan(timing.byMinutes, locale) })}</Badge>;
  if (timing?.state === 'running')
    return <Badge>{t('remaining', { time: formatSpan(timing.leftMinutes, locale) })}</Badge>;
  return null;
}
