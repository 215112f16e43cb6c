import { clientUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { readNotice } from '@/lib/notices/commands';
import { notice, noticeId } from '@/lib/notices/schemas';

export const POST = defineWriteRoute({
  summary: 'Marks one of your notifications as read.',
  guard: clientUser,
  input: noticeId,
  output: recordOf(notice),
  run: async (db, input, actor) => ({ data: await readNotice(db, input, actor) }),
});
