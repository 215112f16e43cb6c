import { useLocale, useTranslations } from 'next-intl';
import { InvoiceStatusBadge } from '@/components/invoices/invoice-status-badge';
import { ClaimMark } from '@/components/payments/claim-mark';
import { List, ListRow } from '@/components/ui/list';
import { type Day, formatDay, formatMoney } from '@/lib/format';
import type { Invoice } from '@/lib/invoices/schemas';
import { paths } from '@/lib/paths';

type Props = {
  invoices: readonly Invoice[];
  today: Day;
  /** The page of an invoice; that of its client without it. */
  hrefOf?: (id: string) => string;
};

/** The invoices of a client, each with its amount and how it stands. */
export function InvoiceRows({ invoices, today, hrefOf = paths.client.invoice }: Props) {
  const t = useTranslations('invoices');
  const locale = useLocale();
  return (
    <List label={t('title')}>
      {invoices.map((invoice) => {
        const { id, number, projectName, issuedOn, totalMinor, openMinor, currency, paymentStatus, isClaimed } =
          invoice;
        const isPart = paymentStatus !== 'paid' && openMinor > 0n && openMinor !== totalMinor;
        return (
          <ListRow
            key={id}
            href={hrefOf(id)}
            title={projectName ?? t('show.titleOf', { number: number ?? '' })}
            detail={
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="numerals">{number}</span>
                {issuedOn && <span>{formatDay(issuedOn, locale)}</span>}
                <InvoiceStatusBadge invoice={invoice} today={today} />
                {isClaimed && <ClaimMark />}
              </span>
            }
            end={
              <span>
                <span className="numerals block text-base text-ink">{formatMoney(totalMinor, currency, locale)}</span>
                {isPart && (
                  <span className="numerals block">
                    {t('stillOpen', { amount: formatMoney(openMinor, currency, locale) })}
                  </span>
                )}
              </span>
            }
          />
        );
      })}
    </List>
  );
}
