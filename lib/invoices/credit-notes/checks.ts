import { createTranslator } from 'next-intl';
import type { AdminActor } from '@/lib/authz/actor';
import { digitsOf } from '@/lib/currency-digits';
import { addDays } from '@/lib/dates';
import type { WriteDb } from '@/lib/db/handles';
import { AppError, conflict, type FieldMessage, invalid } from '@/lib/errors';
import type { Day } from '@/lib/format';
import { catalogues } from '@/lib/i18n/catalogues';
import { fallbackLocale, supported } from '@/lib/i18n/locales';
import { lockInvoice, type Priced, priced } from '@/lib/invoices/checks';
import { discountShare, excessOf, type Rest, restOf } from '@/lib/invoices/credit-notes/rule';
import type { CreditLineInput, IssueCreditNoteInput } from '@/lib/invoices/credit-notes/schemas';
import { type InvoiceTotals, invoiceTotals } from '@/lib/invoices/rule';
import { toDecimal } from '@/lib/money';

/** The invoice that is credited, after the account of its client is locked. Throws VALIDATION where there is none. */
export async function lockCredited(db: WriteDb, invoiceId: string) {
  const invoice = await lockInvoice(db, invoiceId).catch((error) => {
    throw error instanceof AppError && error.code === 'NOT_FOUND' ? invalid({ invoiceId: 'unknownInvoice' }) : error;
  });
  const more = { discountRate: true, discountMinor: true, exemptionReason: true, issuedOn: true } as const;
  return { ...invoice, ...(await db.invoice.findUniqueOrThrow({ where: { id: invoiceId }, select: more })) };
}

type Credited = Awaited<ReturnType<typeof lockCredited>>;

const lineColumns = {
  ...{ description: true, quantityThousandth: true, unitPriceTenThousandth: true, taxRate: true },
  ...{ discountRate: true, discountMinor: true },
} as const;

/** The lines of a credit note with its totals, and whether their prices include tax. */
export type Credit = Priced & { pricesIncludeTax: boolean };

/**
 * What a credit note takes back. Without lines it is all that is left: the invoice's own lines, or one with tax per rate after an
 * earlier credit note, so that nothing is lost to rounding. Throws CONFLICT where nothing is left, VALIDATION with every wrong
 * field: a rate of which more is credited than is left, or of the wrong sign, and a total above what is left.
 */
export async function checkedCredit(
  db: WriteDb,
  invoice: Credited,
  { lines }: IssueCreditNoteInput,
  actor: AdminActor,
): Promise<Credit> {
  const { id: invoiceId, currency, pricesIncludeTax, totalMinor, creditedMinor } = invoice;
  const leftMinor = totalMinor - creditedMinor;
  if (leftMinor === 0n) throw conflict('invoiceCredited', { number: invoice.number ?? '' });
  const invoiced = await db.invoiceLine.findMany({
    ...{ where: { invoiceId }, orderBy: { position: 'asc' }, select: lineColumns },
  });
  const totals = invoiceTotals(invoiced, invoice);
  const earlier = await db.creditNote.findMany({
    where: { invoiceId },
    select: {
      ...{ currency: true, pricesIncludeTax: true, discountRate: true, discountMinor: true },
      lines: { select: lineColumns },
    },
  });
  const rest = restOf(
    totals.rates,
    earlier.flatMap((note) => invoiceTotals(note.lines, note).rates),
  );
  if (lines) return checkedLines(lines, { invoice, totals, rest, leftMinor });
  if (earlier.length > 0) {
    const all = { currency, pricesIncludeTax: true, taxRate: 0 };
    return { ...priced(restLines(rest, invoice, actor), {}, all), pricesIncludeTax: true };
  }
  const copied = invoiced.map(({ quantityThousandth: quantity, unitPriceTenThousandth: unitPrice, ...line }) => ({
    ...{ quantity, unitPrice, description: line.description, taxRate: line.taxRate },
    ...typedDiscount(line, currency),
  }));
  const terms = { currency, pricesIncludeTax, taxRate: 0 };
  return { ...priced(copied, typedDiscount(invoice, currency), terms), pricesIncludeTax };
}

type Bounds = { invoice: Credited; totals: InvoiceTotals; rest: Rest; leftMinor: bigint };

function checkedLines(lines: readonly CreditLineInput[], { invoice, totals, rest, leftMinor }: Bounds): Credit {
  const { currency, pricesIncludeTax } = invoice;
  const [only, ...others] = totals.rates;
  const errors: Record<string, FieldMessage> = {};
  lines.forEach(({ taxRate }, at) => {
    if (!taxRate && taxRate !== 0 && others.length > 0) errors[`lines.${at}.taxRate`] = { key: 'required' };
    else if (typeof taxRate === 'number' && !rest.has(taxRate))
      errors[`lines.${at}.taxRate`] = { key: 'rateNotInvoiced' };
  });
  if (Object.keys(errors).length > 0) throw invalid(errors);
  const terms = { currency, pricesIncludeTax, taxRate: only?.taxRate ?? 0 };
  const plain = priced(lines, {}, terms);
  const discountMinor = discountShare(plain.lines, { ...invoice, linesMinor: totals.linesMinor });
  const credit = priced(lines, typedDiscount({ discountRate: invoice.discountRate, discountMinor }, currency), terms);
  for (const { taxRate, leftMinor: left } of excessOf(rest, credit.totals.rates)) {
    const at = credit.lines.findIndex((line) => line.taxRate === taxRate);
    errors[`lines.${at}.unitPrice`] = {
      key: 'moreThanInvoiced',
      params: { plain: toDecimal(left, currency), currency },
    };
  }
  if (credit.totals.totalMinor <= 0n) errors.lines = { key: 'creditNotPositive' };
  else if (credit.totals.totalMinor > leftMinor && Object.keys(errors).length === 0)
    errors.lines = { key: 'moreThanInvoiced', params: { plain: toDecimal(leftMinor, currency), currency } };
  if (Object.keys(errors).length > 0) throw invalid(errors);
  return { ...credit, pricesIncludeTax };
}

function typedDiscount(discount: { discountRate: number | null; discountMinor: bigint | null }, currency: string) {
  const { discountRate: discountPercent, discountMinor } = discount;
  return { discountPercent, discountAmount: discountMinor === null ? null : toDecimal(discountMinor, currency) };
}

/** One line with tax for what is left of each rate. */
function restLines(rest: Rest, { number, currency }: Credited, { tenant }: AdminActor): CreditLineInput[] {
  const locale = supported(tenant.locale) ?? fallbackLocale;
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'invoices.credit' });
  const description = t('rest', { number: number ?? '' });
  return [...rest].flatMap(([taxRate, left]) =>
    left === 0n ? [] : [{ description, quantity: 1000n, unitPrice: tenThousandths(left, currency), taxRate }],
  );
}

const tenThousandths = (minor: bigint, currency: string) => minor * 10n ** BigInt(4 - digitsOf(currency));

/** Throws VALIDATION for a date of issue before the invoice's, or far away. */
export function requireCreditDate(issuedOn: Day, { invoiced, now }: { invoiced: Day | null; now: Day }): void {
  if (invoiced !== null && issuedOn < invoiced) throw invalid({ issuedOn: 'creditBeforeInvoice' });
  if (issuedOn < addDays(now, -3653) || issuedOn > addDays(now, 366)) throw invalid({ issuedOn: 'dateFar' });
}
