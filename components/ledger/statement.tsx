import { useLocale, useTranslations } from 'next-intl';
import { AgeingTable } from '@/components/ledger/ageing-table';
import { type EntryPages, EntryRows } from '@/components/ledger/entry-rows';
import { Section } from '@/components/ui/section';
import { formatDay, formatMoney } from '@/lib/format';
import { agedOf } from '@/lib/ledger/columns';
import type { Related } from '@/lib/ledger/overview/schemas';
import type { Statement as Content } from '@/lib/ledger/schemas';

type Props = { statement: Content; related: readonly Related[]; pages: EntryPages };

/** Entries that a page shows; the files hold all. */
export const mostShown = 500;

/** A statement on screen and on paper: both balances, the entries by date, the ageing of open invoices. */
export function Statement({ statement, related, pages }: Props) {
  const t = useTranslations('ledger.statement');
  const locale = useLocale();
  const { currency, dateFrom, dateTo, openingMinor, closingMinor, creditsMinor, debitsMinor, entries } = statement;
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  const day = (date: string) => formatDay(date, locale);
  const figures = [
    [t('opening', { date: day(dateFrom) }), openingMinor],
    [t('charges'), creditsMinor],
    [t('payments'), debitsMinor],
    [t('closing', { date: day(dateTo) }), closingMinor],
  ] as const;
  return (
    <>
      <dl className="mb-10 grid grid-cols-2 gap-x-8 gap-y-5 lg:grid-cols-4 print:grid-cols-4">
        {figures.map(([label, minor], at) => (
          <div key={label}>
            <dt className="text-sm text-ink-soft">{label}</dt>
            <dd className={`numerals mt-1 text-lg ${at === 3 ? 'font-medium' : ''}`}>{money(minor)}</dd>
          </div>
        ))}
      </dl>
      {entries.length > mostShown ? (
        <p className="text-ink-soft">{t('tooMany', { count: entries.length })}</p>
      ) : entries.length > 0 ? (
        <EntryRows
          currency={currency}
          entries={entries}
          related={related}
          pages={pages}
          opening={{ label: figures[0][0], minor: openingMinor }}
          closing={{ label: figures[3][0], minor: closingMinor }}
        />
      ) : (
        <p className="text-ink-soft">{t('empty')}</p>
      )}
      <Section title={t('ageing', { date: day(dateTo) })}>
        <AgeingTable ageing={statement.ageing} currency={currency} notAgedMinor={closingMinor - agedOf(statement)} />
      </Section>
    </>
  );
}
