import { createTranslator } from 'next-intl';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Paper } from '@/lib/invoices/printed/paper';
import type { Sum } from '@/lib/pdf/sums';

/** Sums, tax per rate and what is left to pay. */
export function sumsOf({ document, locale, figures: { money, rate } }: Paper): Sum[] {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'printed.sum' });
  const { totals, pricesIncludeTax, kind, discountRate, paidMinor, creditedMinor, openMinor } = document;
  const plain = (label: string, minor: bigint): Sum => ({ fact: [label, money(minor)], strong: false });
  const strong = (label: string, minor: bigint): Sum => ({ fact: [label, money(minor)], strong: true });
  const discount = discountRate === null ? t('discount') : t('discountRate', { rate: rate(discountRate) });
  const total = strong(t(kind === 'invoice' ? 'total' : 'totalCredit'), totals.totalMinor);
  const before =
    totals.discountMinor === 0n ? [] : [plain(t('lines'), totals.linesMinor), plain(discount, -totals.discountMinor)];
  const taxes = totals.rates.map(({ taxRate, netMinor, taxMinor }) => {
    const about = { rate: rate(taxRate), net: money(netMinor) };
    return plain(pricesIncludeTax ? t('includedTax', about) : t('tax', about), taxMinor);
  });
  const settled = [
    ...(paidMinor === 0n ? [] : [plain(t('paid'), -paidMinor)]),
    ...(creditedMinor === 0n ? [] : [plain(t('credited'), -creditedMinor)]),
  ];
  const rest = kind === 'invoice' && settled.length > 0 ? [...settled, strong(t('open'), openMinor)] : [];
  return pricesIncludeTax
    ? [...before, total, plain(t('includedNet'), totals.netMinor), ...taxes, ...rest]
    : [...before, plain(t('net'), totals.netMinor), ...taxes, total, ...rest];
}
