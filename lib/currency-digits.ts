// ISO 4217's decimals for the browser, which does not get the whole table; a test compares it with that of lib/money.ts.

const others: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XDR XOF XPF XSU XUA',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};
const digits = new Map(
  Object.entries(others).flatMap(([count, codes]) => codes.split(' ').map((code) => [code, Number(count)] as const)),
);

/** The number of decimals of a currency by ISO 4217: EUR 2, JPY 0, BHD 3. */
export function digitsOf(currency: string): number {
  return digits.get(currency) ?? 2;
}

/** A whole number of the last decimal as a decimal: 123456 with 2 decimals → “1234.56”. */
export function decimalText(amount: bigint, decimals: number): string {
  const text = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, '0');
  const whole = text.slice(0, text.length - decimals);
  return `${amount < 0n ? '-' : ''}${whole}${decimals === 0 ? '' : `.${text.slice(-decimals)}`}`;
}

/**
 * A plain decimal as a whole number of its last decimal: “8.875” with 4 decimals → 88750n. Null for anything else, exponents and
 * more decimals included: nothing is rounded. At most 18 digits, so that it fits the database's bigint.
 */
export function wholeOf(text: string, decimals: number): bigint | null {
  const [, sign, whole, fraction = ''] = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/.exec(text.trim()) ?? [];
  if (whole === undefined || fraction.length > decimals || whole.length + decimals > 18) return null;
  const amount = BigInt(whole + fraction.padEnd(decimals, '0'));
  return sign === '-' ? -amount : amount;
}

/** `decimalText` without zeros at its end, but with at least `least` decimals: 88750 with 4 → “8.875”. */
export function shortDecimal(amount: bigint, decimals: number, least = 0): string {
  const [whole = '', fraction = ''] = decimalText(amount, decimals).split('.');
  const kept = fraction.replace(/0+$/, '').padEnd(least, '0');
  return kept === '' ? whole : `${whole}.${kept}`;
}
