import type { Day } from '@/lib/format';

/** A comment on an update, by the team or by a person of the client. */
export type UpdateComment = { id: string; body: string; authorName: string; byClient: boolean; writtenAt: Date };

/** A note of the team on a project, with its comments, the oldest first. */
export type ProjectUpdate = {
  id: string;
  title: string;
  body: string;
  postedOn: Day;
  authorName: string;
  comments: UpdateComment[];
};
