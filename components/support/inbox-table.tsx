import { useLocale, useTranslations } from 'next-intl';
import { TargetBadge } from '@/components/support/target-badge';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { Name } from '@/components/ui/name';
import { formatInstant, formatSpan } from '@/lib/intl';
import { paths } from '@/lib/paths';
import { type Targets, ticketNumber } from '@/lib/support/rule';
import type { TeamTicketSummary } from '@/lib/support/schemas';

type Props = { tickets: readonly TeamTicketSummary[]; targets: Targets; now: Date; timeZone: string };

/** The tickets of the inbox: who asks, since when it waits, and who answers. */
export function InboxTable({ tickets, targets, now, timeZone }: Props) {
  const t = useTranslations('support.inbox');
  const words = useTranslations('support');
  const locale = useLocale();
  const since = (at: string) => formatSpan(Math.max(0, (now.getTime() - Date.parse(at)) / 60_000), locale);
  return (
    <DataTable
      caption={t('title')}
      rows={tickets}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.admin.ticket(id)}
      columns={[
        {
          key: 'subject',
          label: t('columnSubject'),
          cell: (ticket) => (
            <Name
              badge={
                <>
                  {ticket.isUnread && <Badge tone="accent">{t('unread')}</Badge>}
                  {(ticket.priority === 'high' || ticket.priority === 'urgent') && (
                    <Badge tone={ticket.priority === 'urgent' ? 'bad' : 'warn'}>
                      {words(`priority.${ticket.priority}`)}
                    </Badge>
                  )}
                  {ticket.status !== 'open' && <Badge>{words(`status.${ticket.status}`)}</Badge>}
                </>
              }
            >
              {`${ticketNumber(ticket.number)} ${ticket.subject}`}
            </Name>
          ),
        },
        {
          key: 'client',
          label: t('columnClient'),
          width: 'md:w-48 lg:w-60',
          cell: ({ clientUserName, clientName }) => `${clientUserName}, ${clientName}`,
        },
        {
          key: 'waiting',
          label: t('columnWaiting'),
          width: 'md:w-36',
          cell: (ticket) => (
            <span className="flex flex-col items-start gap-1 max-md:items-end">
              {ticket.waitingSince ? since(ticket.waitingSince) : '–'}
              <TargetBadge ticket={ticket} targets={targets} now={now} />
            </span>
          ),
        },
        {
          key: 'assignee',
          label: t('columnAssignee'),
          width: 'md:w-36',
          cell: ({ assigneeName }) => assigneeName ?? '–',
        },
        {
          key: 'activity',
          label: t('columnActivity'),
          width: 'md:w-36',
          wideOnly: true,
          cell: ({ lastActivityAt }) => formatInstant(new Date(lastActivityAt), { locale, timeZone }, 'date'),
        },
      ]}
    />
  );
}
