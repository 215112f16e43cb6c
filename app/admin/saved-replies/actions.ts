'use server';

import { teamMember } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { paths } from '@/lib/paths';
import { savedReplyEdit } from '@/lib/support/saved-replies/checks';
import { changeSavedReply, createSavedReply, removeSavedReply } from '@/lib/support/saved-replies/commands';
import { changeSavedReplyInput, createSavedReplyInput, savedReplyId } from '@/lib/support/saved-replies/schemas';

export const createSavedReplyAction = defineAction({
  guard: teamMember,
  input: createSavedReplyInput,
  run: createSavedReply,
  redirectTo: paths.admin.savedReplies.list,
});

export const changeSavedReplyAction = defineAction({
  guard: teamMember,
  input: changeSavedReplyInput,
  edits: savedReplyEdit,
  run: changeSavedReply,
  redirectTo: paths.admin.savedReplies.list,
});

export const removeSavedReplyAction = defineAction({
  guard: teamMember,
  input: savedReplyId,
  run: removeSavedReply,
  redirectTo: paths.admin.savedReplies.list,
});
