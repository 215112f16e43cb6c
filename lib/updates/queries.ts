import { fromColumn } from '@/lib/dates';
import type { ReadDb } from '@/lib/db/handles';

import { listOrder, type Page, type PageQuery } from '@/lib/paging';
import type { ProjectUpdate } from '@/lib/updates/schemas';

/** The latest first. */
export const updateOrder = listOrder('ProjectUpdate', 'project-updates', [
  { column: 'postedOn', kind: 'instant', direction: 'desc' },
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id', direction: 'desc' },
]);

/** The updates of a project, the latest first. */
export async function listProjectUpdates(
  db: ReadDb,
  { projectId, ...page }: PageQuery & { projectId: string },
): Promise<Page<ProjectUpdate>> {
  const rows = await db.projectUpdate.findMany({
    ...updateOrder.seek(page, { projectId }),
    select: {
      id: true,
      title: true,
      body: true,
      postedOn: true,
      createdAt: true,
      authorName: true,
      comments: {
        select: { id: true, body: true, authorName: true, authorType: true, createdAt: true },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      },
    },
  });
  const { data, nextCursor } = updateOrder.page(rows, page);
  const updates = data.map(({ createdAt: _, ...row }) => ({
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
