import { z } from 'zod';
import { calendarDate } from '@/lib/dates';
import { line, recordId } from '@/lib/fields';
import { listOrder, pageQuery } from '@/lib/paging';
import { isTemplateName } from '@/lib/projects/templates/rule';

/** A phase of a template; its weight and its planned duration in calendar days are whole numbers. */
export const templatePhase = z.strictObject({
  name: line(),
  weight: z.number().int().min(1).max(1000),
  days: z
    .number()
    .int()
    .min(1)
    .max(3650)
    .nullable()
    .describe('The planned duration in calendar days; null for a phase without planned dates.'),
});

/** A template of the business. */
export const phaseTemplateDetail = z.object({
  id: z.uuid(),
  name: z.string(),
  phases: z.array(templatePhase).describe('The phases in their order.'),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** By name. */
export const phaseTemplateOrder = listOrder('PhaseTemplate', 'phase-templates', [
  { column: 'name', kind: 'text' },
  { column: 'id', kind: 'id' },
]);

export const phaseTemplateFilter = pageQuery(phaseTemplateOrder);

/** The most phases that a template has, as the database holds it too. */
export const mostPhases = 50;

const phases = z.array(templatePhase).min(1).max(mostPhases);
const name = line(80);

export const createPhaseTemplateInput = z.strictObject({ name, phases });

/** An absent field keeps its value. */
export const changePhaseTemplateInput = z.strictObject({
  id: recordId(),
  name: name.optional(),
  phases: phases.optional(),
});

export const phaseTemplateId = z.strictObject({ id: recordId() });

/** The phases of project `id`, kept as a template. */
export const keepPhasesInput = z.strictObject({ id: recordId(), name });

/** `built-in:house`, `own:<id>` or `project:<id>`. */
export const templateName = z.string().trim().toLowerCase().max(100).refine(isTemplateName, 'unknownTemplate');

/** Phases for project `projectId`. Without `startsOn` they follow its phases, or begin with the project, or today. */
export const addPhasesFromTemplateInput = z.strictObject({
  projectId: recordId(),
  template: templateName,
  startsOn: calendarDate.nullish(),
});

export type TemplatePhase = z.output<typeof templatePhase>;
export type PhaseTemplateDetail = z.output<typeof phaseTemplateDetail>;
export type PhaseTemplateFilter = z.output<typeof phaseTemplateFilter>;
export type CreatePhaseTemplateInput = z.output<typeof createPhaseTemplateInput>;
export type ChangePhaseTemplateInput = z.output<typeof changePhaseTemplateInput>;
export type KeepPhasesInput = z.output<typeof keepPhasesInput>;
export type AddPhasesFromTemplateInput = z.output<typeof addPhasesFromTemplateInput>;

/**
 * The templates to choose from: the keys of the built-in ones, those of the business by name, and the projects with phases by
 * name. Values for `template` are made by `builtInTemplate`, `ownTemplate` and `projectTemplate` of the rule.
 */
export type PhaseTemplateChoices = {
  own: { id: string; name: string; phaseCount: number }[];
  projects: { id: string; name: string; phaseCount: number }[];
};
