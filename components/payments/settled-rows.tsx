import { useLocale, useTranslations } from 'next-intl';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import { formatDay, formatMoney } from '@/lib/format';
import type { FullPayment } from '@/lib/invoices/payments/schemas';
import { paths } from '@/lib/paths';

/** The invoices that a payment settles, and what of it went back. */
export function SettledRows({ payment }: { payment: FullPayment }) {
  const t = useTranslations('payments.show');
  const invoices = useTranslations('invoices.show');
  const locale = useLocale();
  const { allocations, refunds, currency, refundedMinor, amountMinor } = payment;
  const money = (minor: bigint) => (
    <span className="numerals text-base text-ink">{formatMoney(minor, currency, locale)}</span>
  );
  return (
    <>
      {(allocations.length > 0 || refundedMinor < amountMinor) && (
        <Section title={t('allocations')}>
          {allocations.length > 0 ? (
            <List label={t('allocations')} className="max-w-2xl">
              {allocations.map(({ invoiceId, invoiceNumber, amountMinor: minor }) => (
                <ListRow
                  key={invoiceId}
                  href={paths.admin.invoices.show(invoiceId)}
                  title={invoices('titleOf', { number: invoiceNumber })}
                  end={money(minor)}
                />
              ))}
            </List>
          ) : (
            <p className="text-ink-soft">{t('noAllocations')}</p>
          )}
        </Section>
      )}
      {refunds.length > 0 && (
        <Section title={t('refunds')}>
          <List label={t('refunds')} className="max-w-2xl">
            {refunds.map(({ id, refundedOn, reference, amountMinor: minor }) => (
              <ListRow
                key={id}
                title={t('refundOf', { date: formatDay(refundedOn, locale) })}
                detail={reference}
                end={money(minor)}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  );
}
