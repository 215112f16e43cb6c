import { useLocale, useTranslations } from 'next-intl';
import { ConfirmButton } from '@/components/forms/confirm-button';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { formatDay, formatMoney } from '@/lib/format';
import type { FormAction } from '@/lib/forms/form-state';
import type { FullPayment } from '@/lib/invoices/payments/schemas';
import { paths } from '@/lib/paths';

/** The invoices that a payment settles, each with the button that releases it, and what of it went back. */
export function SettledRows({ payment, release }: { payment: FullPayment; release: FormAction }) {
  const t = useTranslations('payments.show');
  const invoices = useTranslations('invoices.show');
  const words = useTranslations('payments.release');
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
                  title={
                    <TextLink href={paths.admin.invoices.show(invoiceId)}>
                      {invoices('titleOf', { number: invoiceNumber })}
                    </TextLink>
                  }
                  end={
                    <span className="flex flex-col items-end gap-1 whitespace-nowrap sm:flex-row sm:items-center sm:gap-4">
                      {money(minor)}
                      <ConfirmButton
                        action={release}
                        hidden={{ id: payment.id, invoiceId }}
                        title={words('title', {
                          amount: formatMoney(minor, currency, locale),
                          number: invoiceNumber,
                        })}
                        description={words('text')}
                        confirm={words('open')}
                        doneMessage={words('done')}
                      >
                        {words('open')}
                      </ConfirmButton>
                    </span>
                  }
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
