import { z } from 'zod';
import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';
import {
  type PhaseTemplateChoices,
  type PhaseTemplateDetail,
  type PhaseTemplateFilter,
  phaseTemplateOrder,
  templatePhase,
} from '@/lib/projects/templates/schemas';

const columns = {
  id: true,
  name: true,
  phases: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.PhaseTemplateSelect;

const byName = [{ name: 'asc' as const }, { id: 'asc' as const }];

/** Projects that are offered as templates, the newest: a list of thousands helps nobody to choose. */
const mostProjects = 50;

/** What phases can be made of besides the built-in templates: those of the business by name, and its newest projects with phases. */
export async function listPhaseTemplates(db: ReadDb): Promise<PhaseTemplateChoices> {
  const own = await db.phaseTemplate.findMany({ select: { id: true, name: true, phases: true }, orderBy: byName });
  const projects = await db.project.findMany({
    where: { phases: { some: {} } },
    select: { id: true, name: true, _count: { select: { phases: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: mostProjects,
  });
  return {
    own: own.map(({ id, name, phases }) => ({ id, name, phaseCount: phasesOf(phases).length })),
    projects: projects.map(({ id, name, _count }) => ({ id, name, phaseCount: _count.phases })),
  };
}

/** The templates of the business by name. */
export async function listOwnTemplates(db: ReadDb, filter: PhaseTemplateFilter): Promise<Page<PhaseTemplateDetail>> {
  const rows = await db.phaseTemplate.findMany({ ...phaseTemplateOrder.seek(filter, {}), select: columns });
  const { data, nextCursor } = phaseTemplateOrder.page(rows, filter);
  return { data: data.map(toDetail), nextCursor };
}

/** One template of the business. Throws NOT_FOUND. */
export async function getPhaseTemplate(db: ReadDb, { id }: { id: string }): Promise<PhaseTemplateDetail> {
  return toDetail(orNotFound(await db.phaseTemplate.findUnique({ where: { id }, select: columns })));
}

/** The list in the column, which a check of the database holds to this shape. */
const phasesOf = (column: Prisma.JsonValue) => z.array(templatePhase).parse(column);

function toDetail(row: Prisma.PhaseTemplateGetPayload<{ select: typeof columns }>): PhaseTemplateDetail {
  const { id, name, phases, createdAt, updatedAt } = row;
  return {
    ...{ id, name, phases: phasesOf(phases) },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
