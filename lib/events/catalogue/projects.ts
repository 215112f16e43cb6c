import { z } from 'zod';
import { PhaseStatus, ProjectStatus } from '@/lib/db/generated/enums';
import { changedText, eventKind } from '@/lib/events/define';

const changedProject = {
  name: z.string().optional(),
  description: changedText,
  status: z.enum(ProjectStatus).optional(),
  address: changedText,
  startsOn: z.iso.date().nullable().optional(),
  endsOn: z.iso.date().nullable().optional(),
  contractValue: changedText,
  clientUserId: z.uuid().nullable().optional(),
  hoursShown: z.string().optional(),
  dateHistoryShown: z.boolean().optional(),
};

const plannedDates = {
  plannedStartOn: z.iso.date().nullable().optional(),
  plannedEndOn: z.iso.date().nullable().optional(),
  actualStartOn: z.iso.date().nullable().optional(),
  actualEndOn: z.iso.date().nullable().optional(),
};

const day = z.iso.date().nullable();

const state = { status: z.enum(PhaseStatus), percent: z.number() };
const place = { projectId: z.uuid() };

/** The names of its phases suffice for the trail. */
const template = { name: z.string().optional(), phases: z.array(z.string()).optional() };

/** Events of projects and their phases. The contract value is never for clients, so neither is an event with it. */
export const projectEvents = {
  'project.created': eventKind('project', 'team', { ...changedProject, name: z.string(), clientId: z.uuid() }),
  'project.changed': eventKind('project', 'team', { ...changedProject, clientId: z.uuid() }),
  'project.status_changed': eventKind('project', 'client', {
    clientId: z.uuid(),
    from: z.enum(ProjectStatus),
    to: z.enum(ProjectStatus),
  }),
  /** What was planned became the plan; `count` phases differed. */
  'project.replanned': eventKind('project', 'client', { cause: z.string(), count: z.number() }),
  'project.phases_reordered': eventKind('project', 'client', { phaseIds: z.array(z.uuid()) }),
  'phase.added': eventKind('phase', 'client', { ...place, name: z.string(), ...state }),
  'phase.changed': eventKind('phase', 'client', {
    ...{ ...place, ...state, ...plannedDates },
    name: z.string().optional(),
    key: z.string().optional(),
    weight: z.number().optional(),
  }),
  /** Planned dates of a begun project moved; one event per change, whatever the number of its dates. */
  'phase.rescheduled': eventKind('phase', 'client', {
    ...{ ...place, name: z.string(), cause: z.string().nullable() },
    ...{ fromStartOn: day, fromEndOn: day, toStartOn: day, toEndOn: day },
  }),
  /** The phase was not completed before. */
  'phase.completed': eventKind('phase', 'client', { ...place, name: z.string() }),
  'phase.removed': eventKind('phase', 'client', { ...place, name: z.string() }),
  'phase_template.created': eventKind('phase_template', 'admins', { ...template, name: z.string() }),
  'phase_template.changed': eventKind('phase_template', 'admins', template),
  'phase_template.removed': eventKind('phase_template', 'admins', { name: z.string() }),
};
