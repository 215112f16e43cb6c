import { useLocale, useTranslations } from 'next-intl';
import { ValueBars } from '@/components/charts/value-bars';
import type { GrowthOfMonth } from '@/lib/dashboard/figures/schemas';
import { formatDay, formatFileSize, formatNumber } from '@/lib/format';

/** New businesses, people and storage month by month. */
export function Growth({ growth }: { growth: readonly GrowthOfMonth[] }) {
  const t = useTranslations('platform.home');
  const locale = useLocale();
  const charts = [
    { key: 'tenants', of: 'tenants', text: formatNumber },
    { key: 'newPeople', of: 'people', text: formatNumber },
    { key: 'newStored', of: 'storedBytes', text: formatFileSize },
  ] as const;
  return (
    <div className="grid gap-x-12 gap-y-10 md:grid-cols-3">
      {charts.map(({ key, of, text }) => (
        <ValueBars
          key={key}
          label={t(key)}
          heads={[t('month'), t(key)]}
          bars={growth.map((month) => ({
            key: month.month,
            name: formatDay(`${month.month}-01`, locale, 'month'),
            value: month[of],
            text: text(month[of], locale),
          }))}
        />
      ))}
    </div>
  );
}
