import { z } from 'zod';
import { calendarDate } from '@/lib/dates';
import { line, recordId, text } from '@/lib/fields';
import { photo, visibility } from '@/lib/gallery/schemas';
import { listOrder, pageQuery } from '@/lib/paging';
import { updateComment, updateNote } from '@/lib/updates/comments/schemas';
import { updateStates } from '@/lib/updates/rule';

/** A dated note of the team on a project, as its client reads it. */
export const projectUpdate = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  projectName: z.string(),
  title: z.string(),
  body: z.string(),
  postedOn: z.iso.date(),
  phaseId: z.uuid().nullable(),
  phaseName: z.string().nullable(),
  authorName: z.string(),
  isReport: z.boolean().describe('Whether this is the report of a week.'),
  publishedAt: z.iso.datetime().nullable(),
  correctedAt: z.iso.datetime().nullable().describe('The last change after the publication.'),
  photos: z.array(photo).describe('Those of its photos that the reader sees.'),
  comments: z.array(updateComment).describe('The newest 50, the oldest of them first.'),
  commentCount: z.number().int().describe('The number of comments; at most 1,000 are counted.'),
});

/** An update as the team reads it: with its state, all its photos and the internal comments. */
export const teamUpdate = projectUpdate.extend({
  status: z.enum(updateStates),
  clientId: z.uuid(),
  photos: z.array(photo.extend({ visibility })),
  notes: z.array(updateNote).describe('The newest 50 internal comments, the oldest of them first.'),
});

/** The latest first. */
export const updateOrder = listOrder('ProjectUpdate', 'project-updates', [
  { column: 'postedOn', kind: 'instant', direction: 'desc' },
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id', direction: 'desc' },
]);

export const updateFilter = pageQuery(updateOrder).extend({ projectId: recordId().optional() });

/** `id` is the project's. */
export const projectUpdateFilter = pageQuery(updateOrder).extend({
  id: recordId(),
  status: z.enum(updateStates).optional(),
});

export const updateId = z.strictObject({ id: recordId() });
/** `id` is the project's. */
export const updateOfProject = z.strictObject({ id: recordId(), updateId: recordId() });

const details = {
  postedOn: calendarDate
    .nullish()
    .describe('The date that the update shows; today where it is absent. Not in the future.'),
  phaseId: recordId('otherPhase').nullish(),
};
const photoIds = z.array(recordId('otherPhoto')).max(40);

/** A new update of project `id`: a draft, or visible to the client at once. */
export const postUpdateInput = z.strictObject({
  id: recordId(),
  title: line(),
  body: text(),
  ...details,
  photoIds: photoIds
    .default([])
    .describe('Photos of the project. Those that only the team sees are shared with the publication.'),
  publish: z.boolean().default(false),
});

/** An absent field keeps its value. `publish` makes a draft visible; a change of a published update is a correction. */
export const changeUpdateInput = z.strictObject({
  id: recordId(),
  updateId: recordId(),
  title: line().optional(),
  body: text().optional(),
  ...details,
  photoIds: photoIds.optional(),
  publish: z.boolean().default(false),
});

/** The form of an update. A form without ticked photos sends none. */
export const changeUpdateForm = changeUpdateInput.extend({ photoIds: photoIds.default([]) });

export type ProjectUpdate = z.output<typeof projectUpdate>;
export type TeamUpdate = z.output<typeof teamUpdate>;
export type UpdateFilter = z.output<typeof updateFilter>;
export type ProjectUpdateFilter = z.output<typeof projectUpdateFilter>;
export type UpdateOfProject = z.output<typeof updateOfProject>;
export type PostUpdateInput = z.output<typeof postUpdateInput>;
export type ChangeUpdateInput = z.output<typeof changeUpdateInput>;
