// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes a table's own roles away on a phone.
import { useLocale, useTranslations } from 'next-intl';
import { ExplainMark } from '@/components/explain/explain-mark';
import { AskMark } from '@/components/support/ask-mark';
import { TextLink } from '@/components/ui/text-link';
import { formatDay, formatMoney } from '@/lib/format';
import type { Related } from '@/lib/ledger/overview/schemas';
import type { LedgerRow } from '@/lib/ledger/schemas';

type Row = LedgerRow & { isBackDated?: boolean; postedOn?: string };

export type EntryPages = Record<'invoice' | 'creditNote', (id: string) => string> & {
  payment?: (id: string) => string;
  /** Who sees an entry; for admins. */
  explain?: (id: string) => string;
};

type Props = {
  currency: string;
  entries: readonly Row[];
  related: readonly Related[];
  /** The addresses of what an entry refers to. Clients have no pages of payments: they get the invoices that one settles. */
  pages: EntryPages;
  /** Balances before the first and after the last row of a statement, in minor units. */
  opening?: { label: string; minor: bigint };
  closing?: { label: string; minor: bigint };
  /** Whether the reader can ask about an entry. */
  asks?: boolean;
};

const head = 'eyebrow py-2.5 align-bottom';
const number = 'numerals whitespace-nowrap text-end md:py-2.5 md:ps-6';
/** On a phone: date and text left, signed amount right, balance below it. */
const row =
  'border-b border-line/70 align-baseline break-inside-avoid max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-4 max-md:py-3';

/** The entries of an account with their running balance, as a table that needs no sideways scrolling on a phone. */
export function EntryRows({ currency, entries, related, pages, opening, closing, asks = false }: Props) {
  const t = useTranslations('ledger');
  const locale = useLocale();
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  const balanceOnly = (line: { label: string; minor: bigint }) => (
    <tr role="row" className={`${row} font-medium`}>
      <td role="cell" colSpan={4} className="py-2">
        {line.label}
      </td>
      <td role="cell" className={number}>
        {money(line.minor)}
      </td>
    </tr>
  );
  return (
    <table role="table" className="w-full text-[0.9375rem] max-md:block">
      <caption className="sr-only">{t('entries')}</caption>
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row" className="border-b border-line">
          <th role="columnheader" scope="col" className={`${head} w-32 text-start`}>
            {t('column.date')}
          </th>
          <th role="columnheader" scope="col" className={`${head} text-start`}>
            {t('column.text')}
          </th>
          {(['charges', 'payments', 'balance'] as const).map((name) => (
            <th key={name} role="columnheader" scope="col" className={`${head} w-32 text-end md:ps-6`}>
              {t(`column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {opening && balanceOnly(opening)}
        {entries.map((entry) => {
          const { id, entryOn, description, creditMinor, debitMinor, balanceMinor } = entry;
          const invoices = related.filter(({ entryId }) => entryId === id);
          const href = addressOf(entry, invoices, pages);
          return (
            <tr key={id} role="row" className={row}>
              <td role="cell" className="text-ink-soft max-md:text-sm md:py-2.5 md:pe-4">
                {formatDay(entryOn, locale)}
              </td>
              <td role="cell" className="min-w-0 break-words max-md:col-start-1 max-md:row-start-2 md:py-2.5">
                {href ? <TextLink href={href}>{description}</TextLink> : description}
                {asks && <AskMark type="ledger_entry" id={id} name={description} />}
                {pages.explain && <ExplainMark href={pages.explain(id)} name={description} />}
                {invoices.length > 1 && (
                  <span className="block text-sm text-ink-soft">
                    {invoices.map((invoice, at) => (
                      <span key={invoice.id}>
                        {at > 0 && ' · '}
                        <TextLink href={pages.invoice(invoice.id)}>{invoice.number}</TextLink>
                      </span>
                    ))}
                  </span>
                )}
                {entry.isBackDated && entry.postedOn && (
                  <span className="block text-sm text-ink-soft">
                    {t('postedLater', { date: formatDay(entry.postedOn, locale) })}
                  </span>
                )}
              </td>
              <td
                role="cell"
                className={`${number} ${creditMinor > 0n ? "max-md:col-start-2 max-md:row-start-1 max-md:before:content-['+']" : 'max-md:hidden'}`}
              >
                {creditMinor > 0n && money(creditMinor)}
              </td>
              <td
                role="cell"
                className={`${number} ${debitMinor > 0n ? "max-md:col-start-2 max-md:row-start-1 max-md:before:content-['-']" : 'max-md:hidden'}`}
              >
                {debitMinor > 0n && money(debitMinor)}
              </td>
              <td
                role="cell"
                className={`${number} text-ink-soft max-md:col-start-2 max-md:row-start-2 max-md:text-sm md:text-ink`}
              >
                {money(balanceMinor)}
              </td>
            </tr>
          );
        })}
        {closing && balanceOnly(closing)}
      </tbody>
    </table>
  );
}

/** The one page that says more about an entry; null where there is none, or several invoices. */
function addressOf({ creditNoteId, paymentId }: Row, invoices: readonly Related[], pages: EntryPages): string | null {
  if (creditNoteId) return pages.creditNote(creditNoteId);
  if (paymentId && pages.payment) return pages.payment(paymentId);
  const [only] = invoices;
  return only && invoices.length === 1 ? pages.invoice(only.id) : null;
}
