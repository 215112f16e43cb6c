import { type Choice, projectChoice } from '@/lib/choices';
import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { type Part, part } from '@/lib/db/together';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';
import { detailColumns, phaseColumns, toDetail, toPhase } from '@/lib/projects/columns';
import { type PhaseDetail, type PhaseFilter, type PhaseId, phaseOrder } from '@/lib/projects/phases/schemas';
import type { ProjectChoice, ProjectDetail } from '@/lib/projects/schemas';

// Queries of clients and the team: the wall shows clients their own projects, and the team those of the tenant.

/** One project with its phases. Throws NOT_FOUND. */
export async function getProject(db: ReadDb, { id }: { id: string }): Promise<ProjectDetail> {
  return toDetail(orNotFound(await db.project.findUnique({ where: { id }, select: detailColumns })));
}

/** The visible phases, project by project in their order. Throws NOT_FOUND for a `projectId` that is not visible. */
export async function listPhases(db: ReadDb, filter: PhaseFilter): Promise<Page<PhaseDetail>> {
  const { projectId } = filter;
  if (projectId) orNotFound(await db.project.findUnique({ where: { id: projectId }, select: { id: true } }));
  const where = projectId ? { projectId } : {};
  const rows = await db.phase.findMany({ ...phaseOrder.seek(filter, where), select: phaseColumns });
  const { data, nextCursor } = phaseOrder.page(rows, filter);
  return { data: data.map(toPhase), nextCursor };
}

/** One phase of project `id`. Throws NOT_FOUND. */
export async function getPhase(db: ReadDb, { id, phaseId }: PhaseId): Promise<PhaseDetail> {
  const row = await db.phase.findUnique({ where: { id: phaseId, projectId: id }, select: phaseColumns });
  return toPhase(orNotFound(row));
}

const havingRecords = {
  photos: { photos: { some: {} } },
  hours: { timeEntries: { some: {} } },
  publishedDocuments: { documents: { some: { publishedVersionId: { not: null } } } },
} satisfies Record<string, Prisma.ProjectWhereInput>;

/** The newest projects that are not finished, for `readTogether`: those that somebody writes about. */
export function newestOpenProjects(limit: number): Part<Choice> {
  const query = Prisma.sql`
    select p.id, p.name, (select c.name from clients c where c.id = p.client_id) as "clientName" from projects p
    where tenant_id = (select app_tenant()) and status_key = any (array['planned', 'active', 'on_hold'])
    order by created_at desc, id limit ${limit}`;
  return part(query, projectChoice);
}

/** A client's own projects to choose from, by name; `having` narrows to those with such visible records. */
export function listProjectChoices(
  db: ReadDb,
  { having }: { having?: keyof typeof havingRecords } = {},
): Promise<ProjectChoice[]> {
  return db.project.findMany({
    where: having ? havingRecords[having] : {},
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}
