import { createTranslator } from 'next-intl';
import type { AdminActor, TeamActor } from '@/lib/authz/actor';
import { isDayInBounds } from '@/lib/date-bounds';
import { fromColumn, toColumn, today } from '@/lib/dates';
import { refusing } from '@/lib/db/constraint-errors';
import type { WriteDb } from '@/lib/db/handles';
import { saying } from '@/lib/db/search';
import { invalid } from '@/lib/errors';
import { recordEvent, recordEvents } from '@/lib/events/record';
import { catalogues } from '@/lib/i18n/catalogues';
import { fallbackLocale, supported } from '@/lib/i18n/locales';
import { phaseColumns, toPhase } from '@/lib/projects/columns';
import { lockProject } from '@/lib/projects/phases/commands';
import { notStarted } from '@/lib/projects/phases/rule';
import type { PhaseDetail } from '@/lib/projects/phases/schemas';
import { getPhaseTemplate } from '@/lib/projects/templates/queries';
import { builtInPhases, dayAfter, daysOf, layOut, templateSource } from '@/lib/projects/templates/rule';
import {
  type AddPhasesFromTemplateInput,
  type ChangePhaseTemplateInput,
  type CreatePhaseTemplateInput,
  type KeepPhasesInput,
  mostPhases,
  type PhaseTemplateDetail,
  type TemplatePhase,
} from '@/lib/projects/templates/schemas';
import { freeSlug, slugOf } from '@/lib/slug';
import { withoutUndefined } from '@/lib/without-undefined';

/**
 * Adds the phases of a template at the end of a project, one after the other, and returns them. The first begins on
 * `startsOn`, or without it after the last phase, with the project, or today. Built-in names are in the language of the
 * business. Throws NOT_FOUND, VALIDATION.
 */
export async function addPhasesFromTemplate(
  db: WriteDb,
  { projectId, template, startsOn }: AddPhasesFromTemplateInput,
  actor: TeamActor,
): Promise<PhaseDetail[]> {
  const { clientId } = await lockProject(db, projectId);
  const outline = await phasesOf(db, template, actor);
  const before = await phasesOfProject(db, projectId);
  const first = startsOn ?? dayAfter(before) ?? (await startOf(db, projectId)) ?? today(actor.tenant.timeZone);
  const laid = layOut(outline, first);
  if (laid.some(({ dates }) => dates.plannedEndOn && !isDayInBounds(dates.plannedEndOn)))
    throw invalid({ startsOn: 'dateBounds' });
  const taken = new Set(before.map(({ key }) => key));
  const position = Math.max(-1, ...before.map((phase) => phase.position)) + 1;
  const rows = laid.map(({ name, weight, dates }, at) => {
    const key = freeSlug(slugOf(name, 'phase'), taken);
    taken.add(key);
    return {
      ...{ tenantId: actor.tenantId, clientId, projectId, name, weight, key, position: position + at, ...notStarted },
      plannedStartOn: toColumn(dates.plannedStartOn),
      plannedEndOn: toColumn(dates.plannedEndOn),
    };
  });
  await db.phase.createMany({ data: rows });
  const added = (await phasesOfProject(db, projectId)).filter((phase) => phase.position >= position);
  const events = added.map(({ id, name }) => {
    return { name: 'phase.added', recordId: id, facts: { projectId, name, ...notStarted } } as const;
  });
  await recordEvents(db, actor, events);
  return added;
}

/** Adds a template to those of the business. Throws VALIDATION for a name that is taken. */
export async function createPhaseTemplate(
  db: WriteDb,
  { name, phases }: CreatePhaseTemplateInput,
  actor: AdminActor,
): Promise<PhaseTemplateDetail> {
  await requireFreeName(db, name);
  const data = { tenantId: actor.tenantId, name, phases };
  const { id } = await namingOnce(db.phaseTemplate.create({ data, select: { id: true } }));
  const facts = { name, phases: phases.map((phase) => phase.name) };
  await recordEvent(db, actor, { name: 'phase_template.created', recordId: id, facts });
  return getPhaseTemplate(db, { id });
}

/** Keeps the phases of a project as a template of the business. Throws NOT_FOUND, VALIDATION. */
export async function keepPhasesAsTemplate(
  db: WriteDb,
  { id, name }: KeepPhasesInput,
  actor: AdminActor,
): Promise<PhaseTemplateDetail> {
  await lockProject(db, id);
  const phases = (await phasesOfProject(db, id)).map(outlineOf);
  if (phases.length === 0) throw invalid({ name: { key: 'tooFewPhases' } });
  if (phases.length > mostPhases) throw invalid({ name: { key: 'tooManyPhases', params: { maximum: mostPhases } } });
  return createPhaseTemplate(db, { name, phases }, actor);
}

/** Changes a template; phases made from it stay as they are. Throws NOT_FOUND, VALIDATION. */
export async function changePhaseTemplate(
  db: WriteDb,
  { id, name, phases }: ChangePhaseTemplateInput,
  actor: AdminActor,
): Promise<PhaseTemplateDetail> {
  await getPhaseTemplate(db, { id });
  if (name) await requireFreeName(db, name, id);
  const data = withoutUndefined({ name, phases });
  await namingOnce(db.phaseTemplate.update({ where: { id }, data, select: { id: true } }));
  const facts = { name, phases: phases?.map((phase) => phase.name) };
  await recordEvent(db, actor, { name: 'phase_template.changed', recordId: id, facts });
  return getPhaseTemplate(db, { id });
}

/** Removes a template; phases made from it stay. Throws NOT_FOUND. */
export async function removePhaseTemplate(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<void> {
  const { name } = await getPhaseTemplate(db, { id });
  await db.phaseTemplate.delete({ where: { id }, select: { id: true } });
  await recordEvent(db, actor, { name: 'phase_template.removed', recordId: id, facts: { name } });
}

/** The phases that a template names. Throws VALIDATION for one that the actor does not see, or without phases. */
async function phasesOf(db: WriteDb, template: string, { tenant }: TeamActor): Promise<TemplatePhase[]> {
  const source = templateSource(template);
  if (source?.kind === 'built-in') {
    const locale = supported(tenant.locale) ?? fallbackLocale;
    const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'templates' });
    return builtInPhases(source.key, (phase) => t(`phase.${phase}`));
  }
  const phases = source?.kind === 'own' ? await ownPhases(db, source.id) : null;
  const copied = source?.kind === 'project' ? (await phasesOfProject(db, source.id)).map(outlineOf) : phases;
  if (!copied || copied.length === 0) throw invalid({ template: 'unknownTemplate' });
  return copied;
}

async function ownPhases(db: WriteDb, id: string): Promise<TemplatePhase[] | null> {
  const exists = await db.phaseTemplate.findUnique({ where: { id }, select: { id: true } });
  return exists ? (await getPhaseTemplate(db, { id })).phases : null;
}

async function phasesOfProject(db: WriteDb, projectId: string): Promise<PhaseDetail[]> {
  const orderBy = [{ position: 'asc' as const }, { id: 'asc' as const }];
  return (await db.phase.findMany({ where: { projectId }, select: phaseColumns, orderBy })).map(toPhase);
}

async function startOf(db: WriteDb, id: string) {
  const project = await db.project.findUnique({ where: { id }, select: { startsOn: true } });
  return fromColumn(project?.startsOn ?? null);
}

const outlineOf = (phase: PhaseDetail): TemplatePhase => {
  return { name: phase.name, weight: phase.weight, days: daysOf(phase) };
};

/** Throws VALIDATION for a name that is taken in any case: to the unique index “House” and “house” differ. */
async function requireFreeName(db: WriteDb, name: string, id?: string): Promise<void> {
  const where = { name: saying(name), ...(id ? { NOT: { id } } : {}) };
  const other = await db.phaseTemplate.findFirst({ where, select: { id: true } });
  if (other) throw invalid({ name: 'nameTaken' });
}

function namingOnce<T>(work: PromiseLike<T>): Promise<T> {
  return refusing(work, { phase_templates_tenant_id_name_key: () => invalid({ name: 'nameTaken' }) });
}
