import { teamMember } from '@/lib/authz/guards';
import { defineReadRoute } from '@/lib/doors/route';
import { readerOf } from '@/lib/notices/columns';
import { listNotices } from '@/lib/notices/queries';
import { noticeFilter, noticeList } from '@/lib/notices/schemas';

export const GET = defineReadRoute({
  summary: 'Your notifications, the latest first, with the number of all unread ones.',
  guard: teamMember,
  input: noticeFilter,
  output: noticeList,
  run: (db, filter, actor) => listNotices(db, filter, { userId: actor.userId, ...readerOf(actor) }),
});
