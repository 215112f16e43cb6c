import type { TeamActor } from '@/lib/authz/actor';
import { defineEdit } from '@/lib/edits/edit';
import type { SavedReply } from '@/lib/support/saved-replies/schemas';
import { getSavedReply } from '@/lib/support/saved-replies/team-queries';

/** The form of a saved reply. */
export const savedReplyEdit = defineEdit<{ id: string }, TeamActor, SavedReply>({
  table: 'saved_replies',
  id: ({ id }) => id,
  read: getSavedReply,
  fields: ({ name, body }) => ({ name, body }),
  events: { record: 'saved_reply', names: ['saved_reply.created', 'saved_reply.changed'] },
});
