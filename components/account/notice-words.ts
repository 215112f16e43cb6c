import { useLocale, useTranslations } from 'next-intl';
import { formatInstant } from '@/lib/format';

type Notice = { byName: string | null; createdAt: Date | string; usedAt: Date | string | null };

/** Says of a notice about a password who made the link and when, and whether it was used. */
export function useNoticeWords(timeZone: string) {
  const t = useTranslations('auth.notice');
  const reader = { locale: useLocale(), timeZone };
  const when = (at: Date | string) => formatInstant(new Date(at), reader, 'date-time');
  return {
    made: ({ byName, createdAt }: Notice) =>
      byName === null
        ? t('byOperator', { date: when(createdAt) })
        : t('byPerson', { name: byName, date: when(createdAt) }),
    used: ({ usedAt }: Notice) => (usedAt ? t('used', { date: when(usedAt) }) : t('unused')),
    seen: (at: Date | string) => t('seen', { date: when(at) }),
  };
}
