import { z } from 'zod';
import { recordId, text } from '@/lib/fields';
import { listOrder, pageQuery } from '@/lib/paging';
import { dateChangeKinds, moveReasons } from '@/lib/projects/schedule/rule';

/** Why planned dates moved. */
export const moveReason = z.enum(moveReasons);

/** What somebody says about moved dates; their client reads it. */
export const moveNote = text(500);

/** Plan, forecast and slip of a project. */
export const projectSchedule = z.object({
  planOn: z.iso.date().nullable().describe('The last end of the plan; null for a project that has not begun.'),
  forecastOn: z.iso.date().nullable().describe('The last end that is to be expected now.'),
  slipDays: z.number().int().nullable().describe('Days from plan to forecast; positive behind the plan.'),
});

/** A change in the history of the planned dates of a phase. */
export const dateChange = z.object({
  id: z.uuid(),
  phaseId: z.uuid(),
  phaseName: z.string(),
  kind: z.enum(dateChangeKinds).describe('A plan was set, planned dates moved, or the phase was removed.'),
  fromStartOn: z.iso.date().nullable(),
  fromEndOn: z.iso.date().nullable(),
  toStartOn: z.iso.date().nullable(),
  toEndOn: z.iso.date().nullable(),
  reason: moveReason.nullable(),
  note: z.string().nullable(),
  changedByName: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

/** The newest first. */
export const dateChangeOrder = listOrder('PhaseDateChange', 'date-changes', [
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

/** The history of phase `phaseId` of project `id`. */
export const dateChangeFilter = pageQuery(dateChangeOrder).extend({ id: recordId(), phaseId: recordId() });

/** Makes what is planned now the plan of project `id`. */
export const setBaselineInput = z.strictObject({
  id: recordId(),
  reason: moveReason,
  reasonNote: moveNote.nullish(),
});

export type ProjectSchedule = z.output<typeof projectSchedule>;
export type DateChange = z.output<typeof dateChange>;
export type DateChangeFilter = z.output<typeof dateChangeFilter>;
export type SetBaselineInput = z.output<typeof setBaselineInput>;
