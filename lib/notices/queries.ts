import type { ReadDb } from '@/lib/db/handles';
import type { Locale } from '@/lib/i18n/locales';
import { noticeColumns, toNotice } from '@/lib/notices/columns';
import { type Area, mostUnread } from '@/lib/notices/rule';
import { type NoticeFilter, type NoticeList, noticeOrder } from '@/lib/notices/schemas';

type Reader = { userId: string; area: Area; locale: Locale };

/** The notifications of a person, the latest first. Throws VALIDATION on `cursor`. */
export async function listNotices(db: ReadDb, { unread, ...page }: NoticeFilter, me: Reader): Promise<NoticeList> {
  const where = { userId: me.userId, ...(unread && { readAt: null }) };
  const rows = await db.notification.findMany({ ...noticeOrder.seek(page, where), select: noticeColumns });
  const { data, nextCursor } = noticeOrder.page(rows, page);
  return { data: data.map((row) => toNotice(row, me)), nextCursor, totals: await countUnread(db, me.userId) };
}

/** The number of a person's unread notifications; more than 100 count as 100. */
export async function countUnread(db: ReadDb, userId: string): Promise<{ unread: number }> {
  const [row] = await db.$queryRaw<{ unread: number }[]>`
    select count(*)::int as unread from (
      select from notifications where user_id = ${userId}::uuid and read_at is null limit ${mostUnread}) as unread_ones`;
  return row ?? { unread: 0 };
}
