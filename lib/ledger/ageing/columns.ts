import { createTranslator } from 'next-intl';
import type { CsvColumn } from '@/lib/csv/csv';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Locale } from '@/lib/i18n/locales';
import { type ClientAgeing, sumOf } from '@/lib/ledger/ageing/schemas';
import { type Ageing, bands } from '@/lib/ledger/rule';
import { toDecimal } from '@/lib/money';

/** Open amounts by band as the API writes them. */
export function toBands(ageing: Ageing, currency: string) {
  const decimal = (minor: bigint) => toDecimal(minor, currency);
  return {
    current: decimal(ageing.current),
    days_1_30: decimal(ageing.days1To30),
    days_31_60: decimal(ageing.days31To60),
    days_61_90: decimal(ageing.days61To90),
    days_over_90: decimal(ageing.daysOver90),
    total: decimal(sumOf(ageing)),
  };
}

/** The columns of the ageing over all clients. */
export function ageingCsv(locale: Locale): CsvColumn<ClientAgeing>[] {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'ledger' });
  return [
    { title: t('column.client'), value: ({ clientName }) => clientName, typed: true },
    { title: t('column.currency'), value: ({ currency }) => currency },
    ...bands.map((band) => ({
      title: t(`ageing.${band}`),
      value: (row: ClientAgeing) => toDecimal(row[band], row.currency),
    })),
    { title: t('ageing.total'), value: (row) => toDecimal(sumOf(row), row.currency) },
  ];
}
