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

/** `having` narrows to projects with such visible records; `withClient` adds the client's name. */
type ChoiceOptions = {
  having?: keyof typeof havingRecords;
  withClient?: boolean;
  /** Only the newest projects, for a filter, which a search stands beside. */
  newest?: boolean;
  /** A project that is among the newest whatever its age. */
  chosen?: string | undefined;
};

/** A filter of a business with thousands of projects would be most of its page. */
const mostNewest = 200;

/** The newest projects that are not finished, for `readTogether`: those that somebody writes about. */
export function newestOpenProjects(limit: number): Part<{ id: string; name: string }> {
  const query = Prisma.sql`
    select id, name from projects
    where tenant_id = (select app_tenant()) and status_key = any (array['planned', 'active', 'on_hold'])
    order by created_at desc, id limit ${limit}`;
  return part(query, (project: { id: string; name: string }) => project);
}

/** The projects to choose from, by name. `clientName` is null without `withClient`. */
export async function listProjectChoices(
  db: ReadDb,
  { having, withClient = false, newest = false, chosen }: ChoiceOptions = {},
): Promise<ProjectChoice[]> {
  const select = { id: true, name: true, client: withClient && { select: { name: true } } };
  const where = having ? havingRecords[having] : {};
  const byName = [{ name: 'asc' }, { id: 'asc' }] satisfies Prisma.ProjectOrderByWithRelationInput[];
  const inTime = [{ createdAt: 'desc' }, { id: 'asc' }] satisfies Prisma.ProjectOrderByWithRelationInput[];
  const found = await db.project.findMany({
    ...{ where, select, orderBy: newest ? inTime : byName },
    ...(newest ? { take: mostNewest } : {}),
  });
  const isMissing = newest && chosen && !found.some(({ id }) => id === chosen);
  const rows = isMissing ? [...found, ...(await db.project.findMany({ where: { id: chosen }, select }))] : found;
  if (newest) rows.sort((a, b) => a.name.localeCompare(b.name));
  return rows.map(({ id, name, client }) => ({ id, name, clientName: client?.name ?? null }));
}
