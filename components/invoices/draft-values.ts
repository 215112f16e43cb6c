import type { DraftValues } from '@/components/invoices/draft-fields';
import { shortDecimal } from '@/lib/currency-digits';
import { percentOf, unitPriceOf } from '@/lib/invoices/columns';
import type { FullInvoice } from '@/lib/invoices/schemas';
import type { Billing } from '@/lib/invoices/settings/schemas';
import { toDecimal } from '@/lib/money';
import { typedDecimal } from '@/lib/numbers';

const typedRate = (rate: number | null, locale: string) => (rate === null ? '' : typedDecimal(percentOf(rate), locale));

function typedAmount(minor: bigint | null, currency: string, locale: string): string {
  return minor === null ? '' : typedDecimal(toDecimal(minor, currency), locale);
}

/** A draft as its form shows it. */
export function draftValues(invoice: FullInvoice, locale: string): DraftValues {
  const { currency, projectId, dueOn, notes, exemptionReason, pricesIncludeTax } = invoice;
  return {
    ...{ currency, projectId, dueOn, notes, exemptionReason, pricesIncludeTax },
    discountPercent: typedRate(invoice.discountRate, locale),
    discountAmount: typedAmount(invoice.discountMinor, currency, locale),
    rows: invoice.lines.map((line) => ({
      ...{ id: line.id, description: line.description, timeEntryIds: [] },
      quantity: typedDecimal(shortDecimal(line.quantityThousandth, 3), locale),
      unitPrice: typedDecimal(unitPriceOf(line.unitPriceTenThousandth, currency), locale),
      taxRate: typedRate(line.taxRate, locale),
      discountPercent: typedRate(line.discountRate, locale),
      discountAmount: typedAmount(line.discountMinor, currency, locale),
    })),
  };
}

type New = { currency: string; projectId: string | null; billing: Billing };

/** An empty draft, by the settings of the business. */
export function newDraft({ currency, projectId, billing: { pricesIncludeTax } }: New): DraftValues {
  return {
    ...{ currency, projectId, pricesIncludeTax, dueOn: null, notes: null, exemptionReason: null },
    ...{ discountPercent: '', discountAmount: '', rows: [] },
  };
}

/** The rate of a new line as it is typed. */
export const typedTaxRate = ({ taxRate }: Billing, locale: string): string => typedRate(taxRate, locale);
