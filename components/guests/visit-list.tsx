import { getLocale, getTranslations } from 'next-intl/server';
import { List, ListRow } from '@/components/ui/list';
import { deviceOf } from '@/lib/auth/device';
import { formatInstant } from '@/lib/format';
import type { GuestVisit } from '@/lib/guests/schemas';

/** What the holder of a pass looked at, with the device, the latest first. */
export async function VisitList({ visits, timeZone }: { visits: readonly GuestVisit[]; timeZone: string }) {
  const [t, locale] = await Promise.all([getTranslations('guests'), getLocale()]);
  if (visits.length === 0) return <p className="text-ink-soft">{t('log.none')}</p>;
  return (
    <List label={t('log.title')}>
      {visits.map(({ id, place, name, userAgent, createdAt }) => {
        const { browser, system } = deviceOf(userAgent);
        const device = { browser: browser ?? t('log.unknownBrowser'), system: system ?? t('log.unknownSystem') };
        return (
          <ListRow
            key={id}
            title={name ? `${t(`place.${place}`)}: ${name}` : t(`place.${place}`)}
            detail={`${formatInstant(new Date(createdAt), { locale, timeZone })} · ${t('log.device', device)}`}
          />
        );
      })}
    </List>
  );
}
