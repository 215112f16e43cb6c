import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { readAllNoticesAction, readNoticeAction } from '@/app/client/notifications/actions';
import { NoticePage } from '@/components/notices/notice-page';
import { clientUser } from '@/lib/authz/guards';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { supported } from '@/lib/i18n/locales';
import { listNotices } from '@/lib/notices/queries';
import { noticeFilter } from '@/lib/notices/schemas';
import { pageLimit } from '@/lib/paging';
import { paths } from '@/lib/paths';

const noticesPage = noticeFilter.extend({ limit: pageLimit.default(30) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices.list'))('title') };
}

export default async function ClientNotificationsPage({ searchParams }: PageProps<'/client/notifications'>) {
  const me = await forPage(clientUser);
  const [filter, language] = await Promise.all([pageFilter(noticesPage, searchParams), getLocale()]);
  const locale = supported(language) ?? 'en';
  const reader = { userId: me.userId, area: 'client', locale } as const;
  const notices = await readPage(me, (db) => listNotices(db, filter, reader));
  return (
    <NoticePage
      notices={notices}
      address={paths.client.notifications}
      filter={filter}
      timeZone={me.tenant.timeZone}
      actions={{ read: readNoticeAction, readAll: readAllNoticesAction }}
    />
  );
}
