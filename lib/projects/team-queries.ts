import { portalRefusal } from '@/lib/authz/portal-access';
import type { ReadDb } from '@/lib/db/handles';
import { finding, isFound } from '@/lib/db/search';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';
import { detailColumns, summaryColumns, teamColumns, toDetail, toSummary, toTeamFields } from '@/lib/projects/columns';
import {
  type Party,
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

/** The clients by name, with their people for an admin; staff see no people. */
export async function listParties(db: ReadDb): Promise<Party[]> {
  const rows = await db.client.findMany({
    select: {
      ...{ id: true, name: true, currency: true },
      users: { select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ users, ...client }) => ({ ...client, people: users }));
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
