import type { PrintedDocument, PrintedLine } from '@/lib/invoices/printed/document';
import { invoiceTotals, lineAmount } from '@/lib/invoices/rule';

/** A line by what people type: quantity, unit price and tax in percent; the amount is computed, discount included. */
export type TypedLine = {
  description?: string;
  quantity: string;
  price: string;
  tax: string;
  discountRate?: string;
  discountMinor?: bigint;
};

type Overrides = Partial<Omit<PrintedDocument, 'lines' | 'totals' | 'issuer' | 'recipient'>> & {
  lines?: readonly TypedLine[];
  issuer?: Partial<PrintedDocument['issuer']>;
  recipient?: Partial<PrintedDocument['recipient']>;
};

/** A document that lacks nothing, with the totals of its lines. */
export function printedDocument({ lines: typed, issuer, recipient, ...rest }: Overrides = {}): PrintedDocument {
  const currency = rest.currency ?? 'EUR';
  const lines = (typed ?? [{ description: 'Kitchen island, oak', quantity: '1', price: '1200', tax: '23' }]).map(
    (line) => pricedLine(line, currency),
  );
  const pricesIncludeTax = rest.pricesIncludeTax ?? false;
  const discount = { discountRate: rest.discountRate ?? null, discountMinor: rest.discountMinor ?? null };
  const totals = invoiceTotals(lines, { currency, pricesIncludeTax, ...discount });
  const paidMinor = rest.paidMinor ?? 0n;
  const creditedMinor = rest.creditedMinor ?? 0n;
  return {
    ...{ kind: 'invoice', number: '2026-0001', status: 'issued', issuedOn: '2026-11-02', dueOn: '2026-11-16' },
    ...{ credits: null, currency, pricesIncludeTax, logo: null, project: 'House at the lake', notes: null },
    ...{ exemptionReason: null, reason: null, verifyUrl: 'https://portal.example.com/verify/k3v9x7m2q8w5z1n4b6c0' },
    ...{ paidMinor, creditedMinor, openMinor: totals.totalMinor - paidMinor - creditedMinor },
    ...rest,
    ...discount,
    issuer: {
      ...{
        name: 'Harbor & Pine Builders',
        address: 'Rua das Flores 12\n1200-195 Lisboa\nPortugal',
        taxNumber: 'PT501964843',
      },
      ...{ email: 'office@harborpine.example', phone: '+351 21 123 4567', website: 'https://harborpine.example' },
      ...{ countryCode: 'PT', iban: 'PT50000201231234567890154', bic: 'BCOMPTPL', accountHolder: null },
      ...{ accent: '#1F5C57', footer: null },
      ...issuer,
    },
    recipient: {
      ...{ name: 'Jane Okafor', address: 'Avenida da Liberdade 245\n1250-143 Lisboa\nPortugal', taxNumber: null },
      ...{ email: 'jane@okafor.example', phone: null, website: null, countryCode: 'PT' },
      ...recipient,
    },
    lines,
    totals,
  };
}

function pricedLine(line: TypedLine, currency: string): PrintedLine {
  const priced = {
    quantityThousandth: fixed(line.quantity, 3),
    unitPriceTenThousandth: fixed(line.price, 4),
    discountRate: line.discountRate === undefined ? null : Number(fixed(line.discountRate, 4)),
    discountMinor: line.discountMinor ?? null,
    taxRate: Number(fixed(line.tax, 4)),
  };
  return { ...priced, description: line.description ?? 'Work', amountMinor: lineAmount(priced, currency) };
}

function fixed(text: string, digits: number): bigint {
  const [, sign, whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const value = BigInt(whole + fraction.padEnd(digits, '0'));
  return sign === '-' ? -value : value;
}
