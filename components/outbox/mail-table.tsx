import { useLocale, useTranslations } from 'next-intl';
import { MailStateBadge } from '@/components/outbox/mail-state';
import { DataTable } from '@/components/ui/data-table';
import { formatInstant } from '@/lib/format';
import type { MailSummary } from '@/lib/mail/outbox/schemas';
import { paths } from '@/lib/paths';

/** The mails of the outbox: what, to whom, when, and what came of it. */
export function MailTable({ mails, timeZone }: { mails: MailSummary[]; timeZone: string }) {
  const t = useTranslations('outbox');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('title')}
      rows={mails}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.admin.mail(id)}
      columns={[
        { key: 'subject', label: t('column.subject'), cell: ({ subject, about }) => subject ?? t(`about.${about}`) },
        { key: 'to', label: t('column.to'), width: 'md:w-48', cell: ({ userName }) => userName },
        {
          key: 'at',
          label: t('column.at'),
          width: 'md:w-44',
          wideOnly: true,
          cell: ({ sentAt, triedAt, createdAt }) =>
            formatInstant(new Date(sentAt ?? triedAt ?? createdAt), { locale, timeZone }, 'date-time'),
        },
        {
          key: 'state',
          label: t('column.state'),
          width: 'md:w-36',
          cell: ({ state }) => <MailStateBadge state={state} />,
        },
      ]}
    />
  );
}
