import { useTranslations } from 'next-intl';
import { useNoticeWords } from '@/components/account/notice-words';
import type { SecurityNotice } from '@/lib/security-notice';

/** Tells an admin what the person is told about a link for their password, and whether they have seen it. */
export function NoticeFate({ notice, timeZone }: { notice: SecurityNotice; timeZone: string }) {
  const t = useTranslations('users.link');
  const { made, used, seen } = useNoticeWords(timeZone);
  return (
    <p className="text-ink-soft">
      {made(notice)} {used(notice)} {notice.seenAt ? seen(notice.seenAt) : t('notSeen')}
    </p>
  );
}
