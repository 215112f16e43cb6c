import { z } from 'zod';

/** A comment on an update, by the team or by a person of the client. */
export const updateComment = z.object({
  id: z.uuid(),
  body: z.string(),
  authorName: z.string(),
  byClient: z.boolean(),
  writtenAt: z.date(),
});

/** A note of the team on a project, with its comments, the oldest first. */
export const projectUpdate = z.object({
  id: z.uuid(),
  title: z.string(),
  body: z.string(),
  postedOn: z.iso.date(),
  authorName: z.string(),
  comments: z.array(updateComment),
});

export type UpdateComment = z.output<typeof updateComment>;
export type ProjectUpdate = z.output<typeof projectUpdate>;
