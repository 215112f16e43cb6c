import { createTranslator } from 'next-intl';
import { utcMidnight } from '@/lib/calendar';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Locale } from '@/lib/i18n/locales';
import type { Issuer, Party } from '@/lib/invoices/parties/schemas';
import { figuresOf } from '@/lib/invoices/printed/figures';
import { agedOf } from '@/lib/ledger/columns';
import { bands } from '@/lib/ledger/rule';
import type { Statement } from '@/lib/ledger/schemas';
import type { Drawing } from '@/lib/pdf/drawing';
import { closeLetter, openLetter } from '@/lib/pdf/letter';
import { drawSums, type Sum } from '@/lib/pdf/sums';
import { drawTable } from '@/lib/pdf/table';
import { drawVerification } from '@/lib/pdf/verification';

/** A statement with both parties as they are today: the input of a pure function. */
export type PrintedStatement = { statement: Statement; issuer: Issuer; recipient: Party };
type Marks = { logo: Uint8Array | null; verifyUrl: string | null };

/**
 * The PDF of a statement in a language: entries by date with their running balance, both balances, the ageing of open invoices.
 * The same statement and language give the same bytes. Call it outside of any transaction.
 */
export async function statementPdf(
  { statement, issuer, recipient }: PrintedStatement,
  locale: Locale,
  { logo, verifyUrl }: Marks = { logo: null, verifyUrl: null },
) {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'ledger' });
  const { currency, dateFrom, dateTo, openingMinor, closingMinor, entries, ageing } = statement;
  const { money, date } = figuresOf(locale, currency);
  const short = (day: string) => date(day);
  const letter = await openLetter({
    ...{ locale, title: t('statement.title'), mark: null, stamped: false, sender: issuer, logo, recipient },
    facts: [
      [t('filter.from'), date(dateFrom)],
      [t('filter.to'), date(dateTo)],
      [t('column.currency'), currency],
    ],
    madeAt: utcMidnight(dateTo),
  });
  const columns = [
    { title: t('column.date'), align: 'start' },
    { title: t('column.text'), align: 'start' },
    { title: t('column.charges'), align: 'end' },
    { title: t('column.payments'), align: 'end' },
    { title: t('column.balance'), align: 'end' },
  ] as const;
  const amount = (minor: bigint) => (minor === 0n ? '' : money(minor));
  const opening = t('statement.opening', { date: date(dateFrom) });
  const rows = [
    ['', opening, '', '', money(openingMinor)],
    ...entries.map((entry) => [
      short(entry.entryOn),
      entry.isBackDated
        ? `${entry.description}\n${t('postedLater', { date: date(entry.postedOn) })}`
        : entry.description,
      amount(entry.creditMinor),
      amount(entry.debitMinor),
      money(entry.balanceMinor),
    ]),
  ];
  const balances = [openingMinor, openingMinor, ...entries.map(({ balanceMinor }) => balanceMinor)];
  const carried = (count: number) =>
    [catalogues[locale].printed.carried, money(balances[count] ?? closingMinor)] as const;
  await drawTable(letter.flow, { columns, flexible: 1, rows, colour: letter.accent.text, carried });
  const line = (label: string, minor: bigint, strong = false): Sum => ({ fact: [label, money(minor)], strong });
  drawSums(letter, [
    line(t('statement.charges'), statement.creditsMinor),
    line(t('statement.payments'), -statement.debitsMinor),
    line(t('statement.closing', { date: date(dateTo) }), closingMinor, true),
  ]);
  const notAged = closingMinor - agedOf(statement);
  drawSums(letter, [
    ...bands.map((band) => line(t(`ageing.${band}`), ageing[band])),
    line(t('ageing.total'), agedOf(statement), true),
    ...(notAged === 0n ? [] : [line(t('ageing.notAged'), notAged)]),
  ]);
  if (verifyUrl !== null) drawVerification(letter, verifyUrl);
  return closeLetter(letter);
}

/** The PDF of a statement, with the name that it is saved under. */
export async function drawStatement(printed: PrintedStatement, { locale, logo, code, verifyUrl }: Drawing) {
  const { dateFrom, dateTo } = printed.statement;
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'ledger.statement' });
  const bytes = await statementPdf(printed, locale, { logo, verifyUrl: verifyUrl(code) });
  return { fileName: `${t('title')} ${dateFrom} ${dateTo}.pdf`, bytes };
}
