import { useLocale, useTranslations } from 'next-intl';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import { formatDay, formatMoney } from '@/lib/format';
import type { OpenClaim } from '@/lib/invoices/claims/schemas';
import { paths } from '@/lib/paths';

/** The invoices that clients say they have paid, each leading to the page that decides it. */
export function OpenClaims({ claims, hasMore }: { claims: readonly OpenClaim[]; hasMore: boolean }) {
  const t = useTranslations('payments.claims');
  const locale = useLocale();
  if (claims.length === 0) return null;
  return (
    <div className="mb-12">
      <Section title={t('title')} lead={t('lead')}>
        <List label={t('title')}>
          {claims.map(({ id, invoiceNumber, clientName, paidOn, note, currency, openMinor }) => (
            <ListRow
              key={id}
              href={paths.admin.paymentClaim(id)}
              title={clientName}
              detail={[
                t('row', { number: invoiceNumber }),
                t('paid', { date: formatDay(paidOn, locale) }),
                ...(note ? [note] : []),
              ].join(' · ')}
              end={<span className="numerals text-base text-ink">{formatMoney(openMinor, currency, locale)}</span>}
            />
          ))}
        </List>
        {hasMore && <p className="mt-3 text-sm text-ink-soft">{t('more')}</p>}
      </Section>
    </div>
  );
}
