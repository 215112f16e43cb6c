import { z } from 'zod';
import { calendarDate } from '@/lib/dates';
import { line, recordId } from '@/lib/fields';
import { listOrder, pageQuery } from '@/lib/paging';
import { phaseStatuses } from '@/lib/projects/phases/rule';
import { moveNote, moveReason } from '@/lib/projects/schedule/schemas';

export const phaseStatus = z.enum(phaseStatuses);

/** A phase as clients and the team see it. */
export const phaseDetail = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  key: z.string(),
  name: z.string(),
  position: z.number().describe('The place in the order of the phases, ascending.'),
  status: phaseStatus,
  percent: z.number(),
  weight: z.number().describe('The weight of the phase in the progress of its project.'),
  plannedStartOn: z.iso.date().nullable(),
  plannedEndOn: z.iso.date().nullable(),
  actualStartOn: z.iso.date().nullable(),
  actualEndOn: z.iso.date().nullable(),
  baselineStartOn: z.iso
    .date()
    .nullable()
    .describe('The plan: what was planned when the project began, or was set as the plan since.'),
  baselineEndOn: z.iso.date().nullable(),
});

/** A phase as charts and overviews draw it. */
export const portalPhase = phaseDetail.omit({ projectId: true, key: true, position: true });
/** Project by project, in each by position. */
export const phaseOrder = listOrder('Phase', 'phases', [
  { column: 'projectId', kind: 'id' },
  { column: 'position', kind: 'whole' },
  { column: 'id', kind: 'id' },
]);

/** Phases in the order of their projects; with `projectId` those of one. */
export const phaseFilter = pageQuery(phaseOrder).extend({ projectId: recordId().optional() });

/** A short name for addresses and programs: `roof`, `interior-works`. */
const key = z
  .string()
  .trim()
  .toLowerCase()
  .max(63)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug');

const percent = z.number().int().min(0).max(100);
const weight = z.number().int().min(1).max(1000);

const dates = {
  plannedStartOn: calendarDate.nullish(),
  plannedEndOn: calendarDate.nullish(),
  actualStartOn: calendarDate.nullish(),
  actualEndOn: calendarDate.nullish(),
};

/** A new phase at the end of project `id`. An absent key is made from the name, an absent status from the percentage. */
export const addPhaseInput = z.strictObject({
  id: recordId(),
  name: line(),
  key: key.nullish(),
  status: phaseStatus.nullish(),
  percent: percent.nullish(),
  weight: weight.nullish(),
  ...dates,
});

/** An absent field keeps its value; null removes a date. */
export const changePhaseInput = z.strictObject({
  id: recordId(),
  phaseId: recordId(),
  name: line().optional(),
  key: key.optional(),
  status: phaseStatus.optional(),
  percent: percent.optional(),
  weight: weight.optional(),
  ...dates,
  reason: moveReason.nullish().describe('Why the planned dates of a begun project move; kept in their history.'),
  reasonNote: moveNote.nullish(),
});

const shownState = z.strictObject({
  status: phaseStatus,
  percent,
  actualStartOn: calendarDate.nullable(),
  actualEndOn: calendarDate.nullable(),
});

/** The form of a phase. It sends every field, changed or not, and the state that it showed. */
export const phaseForm = changePhaseInput.extend({ ...shownState.shape, shown: shownState });

export const phaseId = z.strictObject({ id: recordId(), phaseId: recordId() });
export const movePhaseInput = phaseId.extend({ direction: z.enum(['up', 'down']) });
export const orderPhasesInput = z.strictObject({ id: recordId(), phaseIds: z.array(recordId()).max(1000) });

export type PhaseDetail = z.output<typeof phaseDetail>;
export type PortalPhase = z.output<typeof portalPhase>;
export type PhaseFilter = z.output<typeof phaseFilter>;
export type PhaseForm = z.output<typeof phaseForm>;
export type PhaseId = z.output<typeof phaseId>;
export type AddPhaseInput = z.output<typeof addPhaseInput>;
export type ChangePhaseInput = z.output<typeof changePhaseInput>;
export type MovePhaseInput = z.output<typeof movePhaseInput>;
export type OrderPhasesInput = z.output<typeof orderPhasesInput>;
