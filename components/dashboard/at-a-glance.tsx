import { useLocale, useTranslations } from 'next-intl';
import { Stat } from '@/components/ui/stat';
import type { ClientPortalData } from '@/lib/dashboard/schemas';
import { formatMinutes, formatMoney } from '@/lib/format';

type Props = Pick<ClientPortalData, 'client' | 'invoices' | 'timeEntries'>;

/** The open invoices and the hours as figures; a figure of zero is left out. */
export function AtAGlance({ client, invoices, timeEntries }: Props) {
  const t = useTranslations('client.home.glance');
  const locale = useLocale();
  const money = (minor: bigint) => formatMoney(minor, client.currency, locale);
  const { count, totalOpenMinor, overdueMinor } = invoices;
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-7 lg:grid-cols-1">
      {count > 0 && (
        <Stat
          label={t('open')}
          value={money(totalOpenMinor)}
          detail={
            <>
              {t('openDetail', { count })}
              {overdueMinor > 0n && (
                <span className="block text-warn">{t('overdueDetail', { amount: money(overdueMinor) })}</span>
              )}
            </>
          }
        />
      )}
      {timeEntries.minutes > 0 && <Stat label={t('hours')} value={formatMinutes(timeEntries.minutes, locale)} />}
    </dl>
  );
}
