import { createTranslator } from 'next-intl';
import { type DraftRow, emptyRow } from '@/components/invoices/draft-row';
import { shortDecimal } from '@/lib/currency-digits';
import { formatDay, formatDays } from '@/lib/format';
import { catalogues } from '@/lib/i18n/catalogues';
import { fallbackLocale, supported } from '@/lib/i18n/locales';
import { type Grouping, groupHours, type HoursGroup, type UnbilledEntry } from '@/lib/invoices/hours/rule';
import { typedDecimal } from '@/lib/numbers';

type Options = {
  by: Grouping;
  rate: string;
  taxRate: string /** Of the admin, whose form it is. */;
  locale: string /** Of the tenant, whose texts it prints. */;
  tenantLocale: string;
};

/** Lines that bill hours at a rate, worded in the tenant's language because the client reads them. */
export function hoursRows(entries: readonly UnbilledEntry[], options: Options): DraftRow[] {
  const { by, rate, taxRate, locale } = options;
  const words = supported(options.tenantLocale) ?? fallbackLocale;
  const t = createTranslator({ locale: words, messages: catalogues[words], namespace: 'invoices.hours.line' });
  const text = ({ personName, from, to, descriptions }: HoursGroup) => {
    const days = from === to ? formatDay(from, words) : formatDays(from, to, words);
    if (by === 'day') return `${days}: ${descriptions.join(', ')}`.slice(0, 5000);
    return by === 'person' ? t('person', { name: personName, days }) : t('one', { days });
  };
  return groupHours(entries, by).map((group) => ({
    ...emptyRow(taxRate),
    description: text(group),
    quantity: typedDecimal(shortDecimal(group.quantityThousandth, 3), locale),
    unitPrice: rate,
    timeEntryIds: group.ids,
  }));
}
