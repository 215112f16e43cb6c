import { useTranslations } from 'next-intl';
import { FilterBar } from '@/components/ui/filter-bar';
import { TextLink } from '@/components/ui/text-link';
import type { Day } from '@/lib/format';
import { spanOf, spans } from '@/lib/ledger/statement/rule';
import { withQuery } from '@/lib/paths';

type Props = { address: string; dateFrom: Day; dateTo: Day; today: Day };

/** Chooses the span of a statement: two dates, and the spans that people ask for. */
export function StatementSpan({ address, dateFrom, dateTo, today }: Props) {
  const t = useTranslations('ledger');
  return (
    <div className="mb-8 print:hidden">
      <FilterBar
        address={address}
        dates={[
          { name: 'date_from', label: t('filter.from'), value: dateFrom },
          { name: 'date_to', label: t('filter.to'), value: dateTo },
        ]}
        clearable={false}
        className="mb-3"
      />
      <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {spans.map((name) => {
          const span = spanOf(name, today);
          return (
            <TextLink key={name} href={withQuery(address, { date_from: span.dateFrom, date_to: span.dateTo })}>
              {t(`span.${name}`)}
            </TextLink>
          );
        })}
      </p>
    </div>
  );
}
