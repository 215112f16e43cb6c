import { portalRefusal } from '@/lib/authz/portal-access';
import { type Choices, inOrderOfNames, isBeyond, mostChoices, projectChoice, toChoices } from '@/lib/choices';
import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { finding, isFound } from '@/lib/db/search';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';
import { detailColumns, summaryColumns, teamColumns, toDetail, toSummary, toTeamFields } from '@/lib/projects/columns';
import {
  type Parties,
  type ProjectFilter,
  projectOrder,
  type TeamProjectDetail,
  type TeamProjectSummary,
  type Viewer,
} from '@/lib/projects/schemas';

/** The tenant's projects, newest first, each with its client. The search covers name, address and the client's name. */
export async function listTeamProjects(db: ReadDb, filter: ProjectFilter): Promise<Page<TeamProjectSummary>> {
  const { search, status, clientId } = filter;
  const found = await finding(db, 'projects', search);
  const where = {
    ...(status ? { statusKey: status } : {}),
    ...(clientId ? { clientId } : {}),
    ...isFound(found, (matches) => ({ OR: [{ searchText: matches }, { client: { searchText: matches } }] })),
  };
  const select = { ...summaryColumns, ...teamColumns };
  const rows = await db.project.findMany({ ...projectOrder.seek(filter, where), select });
  const { data, nextCursor } = projectOrder.page(rows, filter);
  return { data: data.map((row) => ({ ...toSummary(row), ...toTeamFields(row) })), nextCursor };
}

/** One project with its phases, its client and its contract value. Throws NOT_FOUND. */
export async function getTeamProject(db: ReadDb, { id }: { id: string }): Promise<TeamProjectDetail> {
  const select = { ...detailColumns, ...teamColumns };
  const row = orNotFound(await db.project.findUnique({ where: { id }, select }));
  return { ...toDetail(row), ...toTeamFields(row) };
}

const nameAndClient = { id: true, name: true, client: { select: { name: true } } } satisfies Prisma.ProjectSelect;

/** The newest projects by name, and the chosen one, to choose from. */
export async function listTeamProjectChoices(db: ReadDb, chosen?: string): Promise<Choices> {
  const read = async (how: Prisma.ProjectFindManyArgs) => {
    const rows = await db.project.findMany({ ...how, select: nameAndClient });
    return rows.map(({ id, name, client }) => projectChoice({ id, name, clientName: client.name }));
  };
  const newest = await read({ orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], take: mostChoices + 1 });
  const beyond = isBeyond(newest, chosen) ? await read({ where: { id: chosen } }) : [];
  return inOrderOfNames(toChoices('projects', newest, beyond));
}

/** The most people that the form of a new project carries. */
const mostContacts = 200;

/** The clients to choose from for a new project, and their people for an admin; the wall shows staff no people. */
export async function listParties(db: ReadDb, clients: Choices, clientId?: string): Promise<Parties> {
  const of = async (ids: string[]) => {
    const select = { id: true, name: true, clientId: true } as const;
    const orderBy = [{ name: 'asc' }, { id: 'asc' }] satisfies Prisma.UserOrderByWithRelationInput[];
    const rows = await db.user.findMany({ where: { clientId: { in: ids } }, select, orderBy, take: mostContacts + 1 });
    return rows.flatMap((row) => (row.clientId === null ? [] : [{ ...row, clientId: row.clientId }]));
  };
  const all = clients.more ? null : await of(clients.options.map(({ id }) => id));
  if (all && all.length <= mostContacts) return { clients, people: all, partial: false };
  return { clients, people: clientId ? await of([clientId]) : [], partial: true };
}

/** The people of a client, each with the reason why they do not see its projects. Empty for staff, who may not read people. */
export async function listViewers(db: ReadDb, { clientId }: { clientId: string }): Promise<Viewer[]> {
  const rows = await db.user.findMany({
    where: { clientId },
    select: {
      ...{ id: true, name: true, email: true, isActive: true, clientPortalEnabled: true, lastSignInAt: true },
      client: { select: { isActive: true } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, name, email, isActive, clientPortalEnabled, lastSignInAt, client }) => ({
    ...{ id, name, email },
    hasSignedIn: lastSignInAt !== null,
    refusal: isActive
      ? portalRefusal({ portalEnabled: clientPortalEnabled, clientId, clientActive: client?.isActive ?? null })
      : 'userInactive',
  }));
}
