import { fromColumn } from '@/lib/dates';
import type { ReadDb } from '@/lib/db/handles';
import { type Page, type PageQuery, pageArguments, pageOf } from '@/lib/paging';
import type { ProjectUpdate } from '@/lib/updates/schemas';

/** The notes on a project, the latest first. */
export async function listProjectUpdates(
  db: ReadDb,
  { projectId, ...page }: PageQuery & { projectId: string },
): Promise<Page<ProjectUpdate>> {
  const rows = await db.projectUpdate.findMany({
    where: { projectId },
    select: {
      id: true,
      title: true,
      body: true,
      postedOn: true,
      authorName: true,
      comments: {
        select: { id: true, body: true, authorName: true, authorType: true, createdAt: true },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      },
    },
    orderBy: [{ postedOn: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    ...pageArguments(page),
  });
  const { data, nextCursor } = pageOf(rows, page);
  const updates = data.map((row) => ({
    ...row,
    postedOn: fromColumn(row.postedOn),
    comments: row.comments.map(({ authorType, createdAt: writtenAt, ...comment }) => ({
      ...comment,
      writtenAt,
      byClient: authorType === 'client',
    })),
  }));
  return { data: updates, nextCursor };
}
