import { z } from 'zod';
import { calendarDate } from '@/lib/dates';
import { line, recordId } from '@/lib/fields';
import type { Day } from '@/lib/format';
import { pageQuery } from '@/lib/paging';

export const phaseStatus = z.enum(['not_started', 'in_progress', 'on_hold', 'completed']);

/** A phase as both sides see it. */
export const phaseDetail = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  key: z.string(),
  name: z.string(),
  position: z.number().describe('Phases stand in this order, from the smallest on.'),
  status: phaseStatus,
  percent: z.number(),
  weight: z.number().describe('How heavily the phase counts in the progress of its project.'),
  plannedStartOn: z.iso.date().nullable(),
  plannedEndOn: z.iso.date().nullable(),
  actualStartOn: z.iso.date().nullable(),
  actualEndOn: z.iso.date().nullable(),
});

/** Phases in the order of their projects; with `projectId` those of one. */
export const phaseFilter = pageQuery.extend({ projectId: recordId().optional() });

/** Short, for addresses and programs: `roof`, `interior-works`. */
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

/** A new phase, last in the order of project `id`. What is absent follows: the key from the name, the status from the percent. */
export const addPhaseInput = z.strictObject({
  id: recordId(),
  name: line(),
  key: key.nullish(),
  status: phaseStatus.nullish(),
  percent: percent.nullish(),
  weight: weight.nullish(),
  ...dates,
});

/** What is absent stays as it is; a date that is null is taken away. */
export const changePhaseInput = z.strictObject({
  id: recordId(),
  phaseId: recordId(),
  name: line().optional(),
  key: key.optional(),
  status: phaseStatus.optional(),
  percent: percent.optional(),
  weight: weight.optional(),
  ...dates,
});

/** The quick change in the list of phases. */
export const setPercentInput = z.strictObject({ id: recordId(), phaseId: recordId(), percent });

/** The form of a phase: it says too what it showed, because it sends every field whether somebody changed it or not. */
export const phaseForm = changePhaseInput.extend({
  status: phaseStatus,
  percent,
  shownStatus: phaseStatus,
  shownPercent: percent,
});

export const phaseId = z.strictObject({ id: recordId(), phaseId: recordId() });
export const movePhaseInput = phaseId.extend({ direction: z.enum(['up', 'down']) });
export const orderPhasesInput = z.strictObject({ id: recordId(), phaseIds: z.array(recordId()).max(1000) });

export type PhaseStatus = z.output<typeof phaseStatus>;
export type PhaseDetail = z.output<typeof phaseDetail>;
export type PhaseFilter = z.output<typeof phaseFilter>;
export type PhaseId = z.output<typeof phaseId>;
export type AddPhaseInput = z.output<typeof addPhaseInput>;
export type ChangePhaseInput = z.output<typeof changePhaseInput>;
export type MovePhaseInput = z.output<typeof movePhaseInput>;
export type OrderPhasesInput = z.output<typeof orderPhasesInput>;

/** A phase as charts and overviews draw it. */
export type PortalPhase = {
  id: string;
  name: string;
  status: PhaseStatus;
  /** 0–100. */
  percent: number;
  weight: number;
  plannedStartOn: Day | null;
  plannedEndOn: Day | null;
  actualStartOn: Day | null;
  actualEndOn: Day | null;
};
