import { z } from 'zod';
import { eventKind } from '@/lib/events/define';

const place = { clientId: z.uuid(), userId: z.uuid() };
const worked = { workedOn: z.iso.date(), minutes: z.number(), description: z.string(), billable: z.boolean() };
const { workedOn, minutes, description, billable } = worked;

/** Events of hours. For the team alone: a project may show its client less of an entry than the facts hold. */
export const timeEvents = {
  'time_entry.entered': eventKind('time_entry', 'team', { ...place, projectId: z.uuid(), ...worked }),
  'time_entry.changed': eventKind('time_entry', 'team', {
    ...place,
    projectId: z.uuid().optional(),
    ...{ workedOn: workedOn.optional(), minutes: minutes.optional() },
    ...{ description: description.optional(), billable: billable.optional() },
  }),
  'timer.started': eventKind('user', 'team', { projectId: z.uuid() }),
  'timer.stopped': eventKind('user', 'team', { projectId: z.uuid() }),
  'timer.discarded': eventKind('user', 'team', { projectId: z.uuid() }),
  'time_entry.removed': eventKind('time_entry', 'team', { ...place, projectId: z.uuid(), ...worked }),
};
