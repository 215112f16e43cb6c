import { z } from 'zod';
import { eventKind } from '@/lib/events/define';

const place = { projectId: z.uuid(), title: z.string() };
const update = { ...place, clientId: z.uuid() };

/** Events of updates on projects and of the comments on them. No fact is the text of an update or of a comment. */
export const updateEvents = {
  'update.drafted': eventKind('project_update', 'team', update),
  'update.changed': eventKind('project_update', 'team', update),
  'update.published': eventKind('project_update', 'client', update),
  'update.corrected': eventKind('project_update', 'client', update),
  'update.removed': eventKind('project_update', 'team', update),
  /** A job wrote the report of the week from this Monday on. */
  'update.report_drafted': eventKind('project_update', 'team', { ...update, weekOn: z.iso.date() }),
  'comment.written': eventKind('comment', 'client', { ...update, updateId: z.uuid() }),
  'comment.noted': eventKind('comment', 'team', { ...place, updateId: z.uuid() }),
};
