import { useLocale, useTranslations } from 'next-intl';
import { PlainLink, TextLink } from '@/components/ui/text-link';
import type { ClientPortalData } from '@/lib/dashboard/schemas';
import { type Day, formatDay, formatDistance, formatMoney } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = Pick<ClientPortalData, 'client' | 'invoices'> & { today: Day };

/** What the client owes, and what of it is due first. Nothing for an account that is even and has no open invoice. */
export function BalanceDue({ client, invoices, today }: Props) {
  const t = useTranslations('client.home.balance');
  const locale = useLocale();
  const { balanceMinor, currency } = client;
  const { count, overdueCount, overdueMinor, claimedCount } = invoices;
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  const first = invoices.first.find(({ dueOn }) => dueOn >= today);
  if (balanceMinor === 0n && count === 0) return null;
  return (
    <section
      aria-label={t(balanceMinor < 0n ? 'credit' : 'due')}
      className="mb-12 flex flex-wrap items-end justify-between gap-x-12 gap-y-4 border-y border-line py-6"
    >
      <p>
        <span className="eyebrow block">{t(balanceMinor < 0n ? 'credit' : 'due')}</span>
        <PlainLink
          href={paths.client.ledger}
          className="numerals mt-1 block font-serif text-title hover:text-accent-text"
        >
          {money(balanceMinor < 0n ? -balanceMinor : balanceMinor)}
        </PlainLink>
      </p>
      <ul className="space-y-1.5">
        {overdueCount > 0 && (
          <li className="text-warn">
            <TextLink href={paths.client.invoices({ status: 'overdue' })} className="text-warn">
              {t('overdue', { count: overdueCount, amount: money(overdueMinor) })}
            </TextLink>
          </li>
        )}
        {first && (
          <li>
            <TextLink href={paths.client.invoice(first.id)}>
              {t('next', {
                amount: money(first.openMinor),
                date: formatDay(first.dueOn, locale),
                distance: formatDistance(first.dueOn, today, locale),
              })}
            </TextLink>
          </li>
        )}
        {claimedCount > 0 && (
          <li>
            <TextLink href={paths.client.invoices({ status: 'unpaid' })}>
              {t('claimed', { count: claimedCount })}
            </TextLink>
          </li>
        )}
        {count === 0 && <li className="text-ink-soft">{t('nothingOpen')}</li>}
      </ul>
    </section>
  );
}
