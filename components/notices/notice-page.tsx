import { useTranslations } from 'next-intl';
import { ActionButton } from '@/components/forms/action-button';
import { RefreshOn } from '@/components/live/refresh-on';
import { NoticeList } from '@/components/notices/notice-list';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import type { FormAction } from '@/lib/forms/form-state';
import type { NoticeList as Notices } from '@/lib/notices/schemas';
import { withQuery } from '@/lib/paths';

type Props = {
  notices: Notices;
  address: string;
  filter: { unread?: boolean | undefined; cursor?: string | undefined };
  timeZone: string;
  actions: { read: FormAction; readAll: FormAction };
};

/** The page of all notifications of a person, of either side. */
export function NoticePage({ notices, address, filter, timeZone, actions }: Props) {
  const t = useTranslations('notices.list');
  const { unread } = notices.totals;
  const query = { unread: filter.unread ? 'true' : undefined };
  return (
    <div className="max-w-3xl">
      <RefreshOn records={['notification']} />
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          unread > 0 && (
            <ActionButton action={actions.readAll} look="secondary">
              {t('readAll')}
            </ActionButton>
          )
        }
      />
      <Tabs
        label={t('title')}
        tabs={[
          { href: address, label: t('all'), current: !filter.unread },
          { href: withQuery(address, { unread: 'true' }), label: t('unread'), count: unread, current: !!filter.unread },
        ]}
      />
      {notices.data.length > 0 ? (
        <NoticeList notices={notices.data} timeZone={timeZone} read={actions.read} />
      ) : (
        <EmptyState title={t('emptyTitle')}>{filter.unread ? t('noUnread') : t('empty')}</EmptyState>
      )}
      <Pagination
        firstHref={filter.cursor ? withQuery(address, query) : null}
        nextHref={notices.nextCursor ? withQuery(address, { ...query, cursor: notices.nextCursor }) : null}
      />
    </div>
  );
}
