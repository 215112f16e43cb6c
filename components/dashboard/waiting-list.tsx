import { useLocale, useTranslations } from 'next-intl';
import { BriefRow } from '@/components/dashboard/brief-row';
import { TextLink } from '@/components/ui/text-link';
import type { WaitingItem, WaitingOnMe } from '@/lib/dashboard/waiting/schemas';
import { type Day, formatDay, formatDistance, formatMoney } from '@/lib/format';
import { paths } from '@/lib/paths';
import { ticketNumber } from '@/lib/support/rule';

type Props = { waiting: WaitingOnMe; currency: string; today: Day };

/** Rows before the others are folded, so that what is new still fits a phone's first screen. */
const open = 3;

const icons = {
  claim_declined: 'banknote',
  invoice_overdue: 'circle-exclamation-point',
  invoice_due: 'receipt-text',
  ticket_answered: 'message-circle',
  document: 'file-text',
} as const;

/** What waits on the person, the most urgent first; renders nothing where nothing does. */
export function WaitingList({ waiting: { count, items }, currency, today }: Props) {
  const t = useTranslations('client.home.waiting');
  if (count === 0) return null;
  const rows = (some: readonly WaitingItem[]) => (
    <ul>
      {some.map((item) => (
        <WaitingRow key={`${item.kind} ${item.id}`} item={item} currency={currency} today={today} />
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="waiting" className="rounded-card bg-raised px-4 py-3 shadow-raised sm:px-6 sm:py-5">
      <h2 id="waiting" className="eyebrow font-sans">
        {t('title')}
      </h2>
      {rows(items.slice(0, open))}
      {count > open && (
        <details>
          <summary className="link inline-block cursor-pointer py-2 text-sm">
            {t('more', { count: count - open })}
          </summary>
          {rows(items.slice(open))}
          {count > items.length && (
            <p className="py-2 text-sm">
              <TextLink href={paths.client.invoices({ status: 'unpaid' })}>{t('all')}</TextLink>
            </p>
          )}
        </details>
      )}
    </section>
  );
}

function WaitingRow({ item, currency, today }: { item: WaitingItem } & Omit<Props, 'waiting'>) {
  const t = useTranslations('client.home.waiting');
  const locale = useLocale();
  const { kind, id, title, projectName, dueOn, openMinor, reason, number } = item;
  const due =
    dueOn && t('due', { date: formatDay(dueOn, locale, 'short'), distance: formatDistance(dueOn, today, locale) });
  const about = number === null ? projectName : [ticketNumber(number), projectName].filter(Boolean).join(' · ');
  const href = dueOn ? paths.client.invoice(id) : number === null ? paths.client.document(id) : paths.client.ticket(id);
  return (
    <BriefRow
      icon={icons[kind]}
      href={href}
      title={t(kind, { title, number: title })}
      detail={reason ?? due ?? about ?? ''}
      tone={kind === 'claim_declined' || kind === 'invoice_overdue' ? 'bad' : undefined}
      {...(openMinor !== null && { end: formatMoney(openMinor, currency, locale) })}
    />
  );
}
