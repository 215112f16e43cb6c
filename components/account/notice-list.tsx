import { useTranslations } from 'next-intl';
import { useNoticeWords } from '@/components/account/notice-words';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import type { SecurityNotice } from '@/lib/security-notice';

/** What others did about the user's password. Renders nothing where nobody did. */
export function NoticeList({ notices, timeZone }: { notices: readonly SecurityNotice[]; timeZone: string }) {
  const t = useTranslations('auth.notice');
  const { made, used } = useNoticeWords(timeZone);
  if (notices.length === 0) return null;
  return (
    <Section title={t('list')} lead={t('lead')}>
      <List label={t('list')}>
        {notices.map((notice) => (
          <ListRow key={notice.id} title={made(notice)} detail={used(notice)} />
        ))}
      </List>
    </Section>
  );
}
