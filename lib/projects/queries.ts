import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
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
  publishedDocuments: { documents: { some: { publishedVersionId: { not: null } } } },
} satisfies Record<string, Prisma.ProjectWhereInput>;

/** `having` narrows to projects with such visible records; `withClient` adds the client's name. */
type ChoiceOptions = { having?: keyof typeof havingRecords; withClient?: boolean };

/** The projects to choose from, by name. `clientName` is null without `withClient`. */
export async function listProjectChoices(
  db: ReadDb,
  { having, withClient = false }: ChoiceOptions = {},
): Promise<ProjectChoice[]> {
  const rows = await db.project.findMany({
    where: having ? havingRecords[having] : {},
    // A relation costs one more statement, so only forms that show the client's name read it.
    select: { id: true, name: true, client: withClient && { select: { name: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, name, client }) => ({ id, name, clientName: client?.name ?? null }));
}
