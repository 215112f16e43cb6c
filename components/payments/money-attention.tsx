import { useLocale, useTranslations } from 'next-intl';
import { Waiting } from '@/components/projects/attention-lists';
import { ListRow } from '@/components/ui/list';
import type { Attention } from '@/lib/dashboard/schemas';
import { formatDay, formatMoney } from '@/lib/format';
import { paths } from '@/lib/paths';

/** What waits for an admin in money: claims to confirm, and instalments to invoice. */
export function MoneyAttention({ claims, instalments }: Pick<Attention, 'claims' | 'instalments'>) {
  const t = useTranslations('attention');
  const payments = useTranslations('payments.claims');
  const locale = useLocale();
  return (
    <>
      {claims.rows.length > 0 && (
        <Waiting title={payments('title')} lead={t('claims.lead')} more={claims.more && t('more')}>
          {claims.rows.map(({ id, clientName, invoiceNumber, paidOn, currency, openMinor }) => (
            <ListRow
              key={id}
              href={paths.admin.paymentClaim(id)}
              title={clientName}
              detail={`${payments('row', { number: invoiceNumber })} · ${payments('paid', { date: formatDay(paidOn, locale) })}`}
              end={<span className="numerals text-ink">{formatMoney(openMinor, currency, locale)}</span>}
            />
          ))}
        </Waiting>
      )}
      {instalments.rows.length > 0 && (
        <Waiting title={t('instalments.title')} lead={t('instalments.lead')} more={instalments.more && t('more')}>
          {instalments.rows.map(({ id, title, project }) => (
            <ListRow
              key={id}
              href={paths.admin.projects.invoices(project.id)}
              title={title}
              detail={`${project.name} · ${project.clientName}`}
            />
          ))}
        </Waiting>
      )}
    </>
  );
}
