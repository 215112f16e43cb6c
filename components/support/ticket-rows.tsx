import { useLocale, useTranslations } from 'next-intl';
import { TurnMark } from '@/components/support/turn-mark';
import { Badge } from '@/components/ui/badge';
import { List, ListRow } from '@/components/ui/list';
import { dayOf, formatDay } from '@/lib/format';
import { paths } from '@/lib/paths';
import { ticketNumber } from '@/lib/support/rule';
import type { TicketSummary } from '@/lib/support/schemas';

type Props = { tickets: readonly TicketSummary[]; tenant: { name: string; timeZone: string } };

/** The tickets of a client user, each with whom it waits for. */
export function TicketRows({ tickets, tenant }: Props) {
  const t = useTranslations('support');
  const locale = useLocale();
  return (
    <List label={t('title')}>
      {tickets.map((ticket) => (
        <ListRow
          key={ticket.id}
          href={paths.client.ticket(ticket.id)}
          title={ticket.subject}
          detail={
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="numerals">{ticketNumber(ticket.number)}</span>
              {ticket.projectName && <span>{ticket.projectName}</span>}
              <TurnMark ticket={ticket} tenantName={tenant.name} />
              {ticket.isUnread && <Badge tone="good">{t('unread')}</Badge>}
            </span>
          }
          end={formatDay(dayOf(new Date(ticket.lastActivityAt), tenant.timeZone), locale)}
        />
      ))}
    </List>
  );
}
