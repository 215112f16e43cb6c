import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';
import { noteColumns, type TeamUpdateRow, toTeamUpdate, updateColumns } from '@/lib/updates/columns';
import { after } from '@/lib/updates/queries';
import { type ProjectUpdateFilter, type TeamUpdate, type UpdateOfProject, updateOrder } from '@/lib/updates/schemas';

/** The updates of a project with the drafts, the latest first. Throws NOT_FOUND, VALIDATION on `cursor`. */
export async function listTeamUpdates(db: ReadDb, filter: ProjectUpdateFilter): Promise<Page<TeamUpdate>> {
  orNotFound(await db.project.findUnique({ where: { id: filter.id }, select: { id: true } }));
  return listUpdatesOf(db, filter);
}

/** The updates of a project that is known to exist, in one statement. Throws VALIDATION on `cursor`. */
export async function listUpdatesOf(db: ReadDb, filter: ProjectUpdateFilter): Promise<Page<TeamUpdate>> {
  const { id, status, limit } = filter;
  const state = { draft: Prisma.sql`u.published_at is null`, published: Prisma.sql`u.published_at is not null` };
  const rows = await db.$queryRaw<TeamUpdateRow[]>`
    select ${updateColumns}, ${noteColumns} from project_updates u join projects p on p.id = u.project_id
    where u.project_id = ${id}::uuid and ${status ? state[status] : Prisma.sql`true`} and ${after(filter)}
    order by u.posted_on desc, u.created_at desc, u.id desc limit ${limit + 1}`;
  const { data, nextCursor } = updateOrder.page(rows, filter);
  return { data: data.map(toTeamUpdate), nextCursor };
}

/** One update of a project. Throws NOT_FOUND. */
export async function getTeamUpdate(db: ReadDb, { id, updateId }: UpdateOfProject): Promise<TeamUpdate> {
  const [row] = await db.$queryRaw<TeamUpdateRow[]>`
    select ${updateColumns}, ${noteColumns} from project_updates u join projects p on p.id = u.project_id
    where u.id = ${updateId}::uuid and u.project_id = ${id}::uuid`;
  return toTeamUpdate(orNotFound(row));
}
