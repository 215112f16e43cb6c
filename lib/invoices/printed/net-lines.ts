import type { PrintedDocument } from '@/lib/invoices/printed/document';
import { divide, lineAmount, noDiscount, wholeRate } from '@/lib/invoices/rule';

/** A line without tax, in minor units: quantity × price, the discount, what is left. */
export type NetLine = { fullMinor: bigint; discountMinor: bigint; netMinor: bigint };

/** A document without tax: its lines, and its discount per rate, in the order of `totals.rates`. */
export type NetDocument = { lines: NetLine[]; discounts: bigint[] };

/**
 * Takes the tax out of the lines of a gross document, so that per rate the sum of the lines less the discount is the net
 * amount to the unit: each is rounded, and what is left over goes to the largest lines, one unit each.
 */
export function netDocument(document: PrintedDocument): NetDocument {
  const { lines, totals, currency, pricesIncludeTax } = document;
  const full = lines.map((line) => lineAmount({ ...line, ...noDiscount }, currency));
  if (!pricesIncludeTax)
    return {
      lines: lines.map(({ amountMinor }, at) => netLine(full[at] ?? 0n, amountMinor)),
      discounts: totals.rates.map(({ discountMinor }) => discountMinor),
    };

  const nets = lines.map(({ amountMinor, taxRate }) => withoutTax(amountMinor, taxRate));
  const discounts = totals.rates.map(({ taxRate, discountMinor, netMinor }) => {
    const discount = withoutTax(discountMinor, taxRate);
    const places = [...lines.keys()]
      .filter((at) => lines[at]?.taxRate === taxRate && lines[at]?.amountMinor !== 0n)
      .sort((a, b) => Number(size(lines[b]?.amountMinor) - size(lines[a]?.amountMinor)));
    let left = netMinor + discount - places.reduce((sum, at) => sum + (nets[at] ?? 0n), 0n);
    const unit = left < 0n ? -1n : 1n;
    for (let turn = 0; left !== 0n && places.length > 0; turn++, left -= unit) {
      const at = places[turn % places.length] ?? 0;
      nets[at] = (nets[at] ?? 0n) + unit;
    }
    return discount;
  });
  return {
    lines: lines.map(({ taxRate, amountMinor }, at) => {
      const net = nets[at] ?? 0n;
      // Without a discount the unit that a line may have got is part of its price.
      return netLine(full[at] === amountMinor ? net : withoutTax(full[at] ?? 0n, taxRate), net);
    }),
    discounts,
  };
}

function netLine(fullMinor: bigint, netMinor: bigint): NetLine {
  return { fullMinor, discountMinor: fullMinor - netMinor, netMinor };
}

function withoutTax(grossMinor: bigint, taxRate: number): bigint {
  return divide(grossMinor * BigInt(wholeRate), BigInt(wholeRate + taxRate));
}

function size(value = 0n): bigint {
  return value < 0n ? -value : value;
}
