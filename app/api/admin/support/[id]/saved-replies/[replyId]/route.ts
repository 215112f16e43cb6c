import { teamMember } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { filledReply, filledReplyId } from '@/lib/support/saved-replies/schemas';
import { getFilledReply } from '@/lib/support/saved-replies/team-queries';

export const GET = defineReadRoute({
  summary: 'A saved reply in the words of a ticket.',
  guard: teamMember,
  input: filledReplyId,
  output: recordOf(filledReply),
  run: async (db, input, actor) => ({ data: await getFilledReply(db, input, actor) }),
});
