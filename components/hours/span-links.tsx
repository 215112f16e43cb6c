import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { withQuery } from '@/lib/paths';
import { hourSpan, hourSpans } from '@/lib/time/rule';

type Props = {
  address: string;
  /** The filter of the address, by the keys of its query. */
  filter: { project_id?: string | undefined; user_id?: string | undefined; billed?: string | undefined };
  dateFrom: string | undefined;
  dateTo: string | undefined;
  today: string;
  /** The query of all hours, where no query means this month. */
  all?: Record<string, string>;
};

/** Links to the spans that people ask for; the present one is marked. */
export function SpanLinks({ address, filter, dateFrom, dateTo, today, all }: Props) {
  const t = useTranslations('hours');
  return (
    <p className="mb-8 flex flex-wrap gap-x-5 gap-y-1 text-sm print:hidden">
      {hourSpans.map((name) => {
        const span = hourSpan(name, today);
        const isCurrent = span.dateFrom === dateFrom && span.dateTo === dateTo;
        return isCurrent ? (
          <strong key={name} aria-current="true" className="font-medium text-ink">
            {t(`span.${name}`)}
          </strong>
        ) : (
          <TextLink
            key={name}
            href={withQuery(address, {
              ...{ ...filter, date_from: span.dateFrom, date_to: span.dateTo },
              ...(name === 'all' && all),
            })}
          >
            {t(`span.${name}`)}
          </TextLink>
        );
      })}
    </p>
  );
}
