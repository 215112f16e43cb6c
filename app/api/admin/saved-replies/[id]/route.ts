import { z } from 'zod';
import { teamMember } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { savedReplyEdit } from '@/lib/support/saved-replies/checks';
import { changeSavedReply, removeSavedReply } from '@/lib/support/saved-replies/commands';
import { changeSavedReplyInput, savedReply, savedReplyId } from '@/lib/support/saved-replies/schemas';
import { getSavedReply } from '@/lib/support/saved-replies/team-queries';

export const GET = defineReadRoute({
  summary: 'One saved reply.',
  guard: teamMember,
  input: savedReplyId,
  output: recordOf(savedReply),
  edits: savedReplyEdit,
  run: async (db, input) => ({ data: await getSavedReply(db, input) }),
});

export const PATCH = defineWriteRoute({
  summary: 'Changes a saved reply.',
  guard: teamMember,
  input: changeSavedReplyInput,
  output: recordOf(savedReply),
  edits: savedReplyEdit,
  run: async (db, input, actor) => ({ data: await changeSavedReply(db, input, actor) }),
});

export const DELETE = defineWriteRoute({
  summary: 'Removes a saved reply.',
  guard: teamMember,
  input: savedReplyId,
  output: z.void(),
  status: 204,
  run: removeSavedReply,
});
