import { noDiscount } from '@/lib/invoices/rule';
import type { InvoiceData } from '@/prisma/seed/story';

/** An invoice in the database: its number is empty until it is issued, `openMinor` is what is still to be paid. */
export type Invoice = { id: string; data: InvoiceData; number: string; openMinor: bigint };

/** A line of the story in the units of the database. */
export function lineOf({ description, quantity, unitPrice, taxPercent }: InvoiceData['lines'][number]) {
  return {
    description,
    quantityThousandth: BigInt(Math.round(quantity * 1000)),
    unitPriceTenThousandth: BigInt(Math.round(Number(unitPrice) * 10_000)),
    taxRate: Math.round(taxPercent * 10_000),
    ...noDiscount,
  };
}
