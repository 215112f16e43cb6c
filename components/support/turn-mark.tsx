import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { TeamTicketSummary, TicketSummary } from '@/lib/support/schemas';

type Props = { ticket: Pick<TicketSummary, 'turn'>; tenantName: string };

/** Whom a ticket waits for, as its client user reads it. */
export function TurnMark({ ticket: { turn }, tenantName }: Props) {
  const t = useTranslations('support.turn');
  const tone = turn === 'client' ? 'accent' : turn === 'team' ? 'calm' : 'neutral';
  return <Badge tone={tone}>{t(turn, { tenant: tenantName })}</Badge>;
}

/** Whom a ticket waits for, as the team reads it. */
export function TeamTurnMark({ ticket: { turn, clientUserName } }: { ticket: TeamTicketSummary }) {
  const t = useTranslations('support.team.waitsFor');
  return <Badge tone={turn === 'team' ? 'accent' : 'calm'}>{t(turn, { name: clientUserName })}</Badge>;
}
