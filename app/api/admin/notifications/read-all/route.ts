import { teamMember } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { readAllNotices } from '@/lib/notices/commands';
import { noInput, unreadCount } from '@/lib/notices/schemas';

export const POST = defineWriteRoute({
  summary: 'Marks all your notifications as read.',
  guard: teamMember,
  input: noInput,
  output: recordOf(unreadCount),
  run: async (db, input, actor) => ({ data: await readAllNotices(db, input, actor) }),
});
