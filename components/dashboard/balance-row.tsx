import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/text-link';
import type { ClientPortalData } from '@/lib/dashboard/schemas';
import { type Day, formatDay, formatDistance, formatMoney } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = Pick<ClientPortalData, 'client' | 'invoices'> & { today: Day };

/** What the client owes and when, as a row that opens. Nothing for an account that is even and has no open invoice. */
export function BalanceRow({ client, invoices, today }: Props) {
  const t = useTranslations('client.home.balance');
  const locale = useLocale();
  const { balanceMinor, currency } = client;
  const { count, overdueCount, overdueMinor, claimedCount } = invoices;
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  const first = invoices.first.find(({ dueOn, isClaimed }) => dueOn >= today && !isClaimed);
  if (balanceMinor === 0n && count === 0) return null;
  return (
    <details className="group/fold border-y border-line px-4 sm:px-6">
      <summary className="brief cursor-pointer list-none [&::-webkit-details-marker]:hidden">
        <Icon name="wallet" />
        <span className="brief-text">
          <span className="font-medium">{t(balanceMinor < 0n ? 'credit' : 'due')}</span>
          {first && <small>{t('nextDue', { date: formatDay(first.dueOn, locale) })}</small>}
        </span>
        <span className="numerals font-serif text-xl">{money(balanceMinor < 0n ? -balanceMinor : balanceMinor)}</span>
        <Icon name="chevron-down" className="transition-transform group-open/fold:rotate-180" />
      </summary>
      <ul className="space-y-1.5 pt-1 pb-4">
        {overdueCount > 0 && (
          <li>
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
        <li>
          <TextLink href={paths.client.ledger}>{t('account')}</TextLink>
        </li>
      </ul>
    </details>
  );
}
