import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { TicketSummary } from '@/lib/support/schemas';

type Props = { ticket: Pick<TicketSummary, 'turn'>; tenantName: string };

/** Whom a ticket waits for, as its client user reads it. */
export function TurnBadge({ ticket: { turn }, tenantName }: Props) {
  const t = useTranslations('support.turn');
  const tone = turn === 'client' ? 'accent' : turn === 'team' ? 'calm' : 'neutral';
  return <Badge tone={tone}>{t(turn, { tenant: tenantName })}</Badge>;
}
