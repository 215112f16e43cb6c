import { useLocale, useTranslations } from 'next-intl';
import { Stat } from '@/components/ui/stat';
import { formatMinutes } from '@/lib/format';
import type { TimeSums } from '@/lib/time/schemas';

/** The sums of all hours that match. */
export function HoursSums({ totals }: { totals: TimeSums }) {
  const t = useTranslations('hours.sums');
  const locale = useLocale();
  const { count, minutes, billableMinutes } = totals;
  return (
    <dl className="mb-10 flex flex-wrap gap-x-14 gap-y-6">
      <Stat label={t('hours')} value={formatMinutes(minutes, locale)} detail={t('total', { count })} />
      {billableMinutes !== minutes && <Stat label={t('billable')} value={formatMinutes(billableMinutes, locale)} />}
    </dl>
  );
}
