import { useLocale, useTranslations } from 'next-intl';
import { Stat } from '@/components/ui/stat';
import type { ClientPortalData } from '@/lib/dashboard/schemas';
import { formatMinutes } from '@/lib/format';

/** The hours of this month as a figure. */
export function AtAGlance({ timeEntries }: Pick<ClientPortalData, 'timeEntries'>) {
  const t = useTranslations('client.home.glance');
  const locale = useLocale();
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-7 lg:grid-cols-1">
      <Stat label={t('hours')} value={formatMinutes(timeEntries.minutes, locale)} />
    </dl>
  );
}
