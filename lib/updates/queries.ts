import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { Page, PageQuery } from '@/lib/paging';
import { toUpdate, type UpdateRow, updateColumns } from '@/lib/updates/columns';
import { type ProjectUpdate, type UpdateFilter, updateOrder } from '@/lib/updates/schemas';

/** The published updates of a project or of all, the latest first. Throws NOT_FOUND for a project out of sight, VALIDATION on `cursor`. */
export async function listUpdates(db: ReadDb, filter: UpdateFilter): Promise<Page<ProjectUpdate>> {
  const { projectId: id } = filter;
  if (id) orNotFound(await db.project.findUnique({ where: { id }, select: { id: true } }));
  return listProjectUpdates(db, filter);
}

/** The published updates of a project that is known to be in sight, in one statement. Throws VALIDATION on `cursor`. */
export async function listProjectUpdates(db: ReadDb, filter: UpdateFilter): Promise<Page<ProjectUpdate>> {
  const of = filter.projectId ? Prisma.sql`u.project_id = ${filter.projectId}::uuid` : Prisma.sql`true`;
  const rows = await db.$queryRaw<UpdateRow[]>`
    select ${updateColumns} from project_updates u join projects p on p.id = u.project_id
    where ${of} and u.published_at is not null and ${after(filter)}
    order by u.posted_on desc, u.created_at desc, u.id desc limit ${filter.limit + 1}`;
  const { data, nextCursor } = updateOrder.page(rows, filter);
  return { data: data.map(toUpdate), nextCursor };
}

/** One published update. Throws NOT_FOUND. */
export async function getUpdate(db: ReadDb, { id }: { id: string }): Promise<ProjectUpdate> {
  const [row] = await db.$queryRaw<UpdateRow[]>`
    select ${updateColumns} from project_updates u join projects p on p.id = u.project_id
    where u.id = ${id}::uuid and u.published_at is not null`;
  return toUpdate(orNotFound(row));
}

/** The condition of the rows behind a cursor. Throws VALIDATION. */
export function after(query: PageQuery): Prisma.Sql {
  const [postedOn, createdAt, id] = updateOrder.after(query);
  if (!id) return Prisma.sql`true`;
  return Prisma.sql`u.posted_on <= ${postedOn}::timestamptz::date
    and (u.posted_on, u.created_at, u.id) < (${postedOn}::timestamptz::date, ${createdAt}::timestamptz, ${id}::uuid)`;
}
