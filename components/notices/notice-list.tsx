import { useLocale, useTranslations } from 'next-intl';
import { ActionButton } from '@/components/forms/action-button';
import { Icon } from '@/components/ui/icon';
import { PlainLink } from '@/components/ui/text-link';
import { formatInstant } from '@/lib/format';
import type { FormAction } from '@/lib/forms/form-state';
import type { Notice } from '@/lib/notices/schemas';

type Props = { notices: readonly Notice[]; timeZone: string; read: FormAction };

/** Notifications by day, the latest first; each is a link to what it is about. */
export function NoticeList({ notices, timeZone, read }: Props) {
  const t = useTranslations('notices.list');
  const locale = useLocale();
  const dayOf = ({ createdAt }: Notice) => formatInstant(new Date(createdAt), { locale, timeZone }, 'date');
  const timeOf = ({ createdAt }: Notice) =>
    new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' }).format(new Date(createdAt));
  const days = [...new Set(notices.map(dayOf))];
  return days.map((day) => (
    <section key={day} className="mt-8 first:mt-0">
      <h2 className="eyebrow mb-1">{day}</h2>
      <ul className="divide-y divide-line/70">
        {notices
          .filter((notice) => dayOf(notice) === day)
          .map((notice) => (
            <li key={notice.id} className="row">
              <div className="min-w-0 flex-1">
                <PlainLink
                  href={notice.address}
                  className={notice.readAt ? 'notice-line' : 'notice-line notice-unread'}
                >
                  {notice.readAt === null && <span className="sr-only">{t('isUnread')}: </span>}
                  {notice.text}
                </PlainLink>
              </div>
              <time dateTime={notice.createdAt} className="shrink-0 text-sm text-ink-faint">
                {timeOf(notice)}
              </time>
              <div className="w-11 shrink-0">
                {notice.readAt === null && (
                  <ActionButton action={read} hidden={{ id: notice.id }} look="quiet" size="small" title={t('read')}>
                    <Icon name="check" />
                    <span className="sr-only">
                      {t('read')}: {notice.text}
                    </span>
                  </ActionButton>
                )}
              </div>
            </li>
          ))}
      </ul>
    </section>
  ));
}
