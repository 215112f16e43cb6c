import { kept } from '@/lib/intl';

/** The separators of thousands and of decimals in a language. */
function separatorsOf(locale: string): { group: string; decimal: string } {
  const parts = kept(Intl.NumberFormat, locale, { useGrouping: true }).formatToParts(1234567.5);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return { group: part('group'), decimal: part('decimal') };
}

/**
 * A number as people write it in a form → a plain decimal: “1.234,56”, “1,234.56”, “1 234,56” and “1'234.56” are `1234.56`. The
 * language decides only where the text does not: “1.234” is `1234` in German and `1.234` in English. Null for anything else,
 * and where the language uses that mark for neither thousands nor decimals.
 */
export function plainDecimal(text: string, locale: string): string | null {
  const [, sign = '', body = ''] = /^([-−+]?)(\d[\d.,'’\s]*)$/u.exec(text.trim()) ?? [];
  const written = body.trim().replace(/[’']/g, "'").replace(/\s/gu, ' ');
  const mark = decimalMarkOf(written, locale);
  if (written === '' || mark === null) return null;
  const at = mark === '' ? -1 : written.lastIndexOf(mark);
  const [whole, fraction] = at === -1 ? [written, null] : [written.slice(0, at), written.slice(at + 1)];
  const isWhole = /^\d+$|^\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*$/.test(whole);
  if (!isWhole || (fraction !== null && !/^\d+$/.test(fraction))) return null;
  const digits = whole.replace(/\D/g, '');
  return `${/[-−]/.test(sign) ? '-' : ''}${digits}${fraction === null ? '' : `.${fraction}`}`;
}

/** The mark of decimals in a written number; empty where it has no decimals, null where its one mark can be read in two ways. */
function decimalMarkOf(written: string, locale: string): '.' | ',' | '' | null {
  const marks = written.match(/[.,]/g) ?? [];
  const last = marks.at(-1) === ',' ? ',' : '.';
  if (marks.length === 0) return '';
  // Of two kinds the last one is the mark of decimals; one kind that comes twice is that of thousands.
  if (new Set(marks).size === 2) return last;
  if (marks.length > 1) return '';
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(written)) return last;
  const { group, decimal } = separatorsOf(locale);
  if (last === decimal) return last;
  return last === group ? '' : null;
}

/** `1234.50` → “1,234.50” as a language writes it, with as many decimals; plainDecimal reads it back. */
export function typedDecimal(plain: string | number, locale: string): string {
  const digits = String(plain).split('.')[1]?.length ?? 0;
  // Intl takes a numeric text and formats it exactly; its type does not know which text is one.
  const format = kept(Intl.NumberFormat, locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return format.format(String(plain) as `${number}`);
}
