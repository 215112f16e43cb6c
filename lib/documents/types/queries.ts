import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { type DocumentTypeDetail, type DocumentTypeFilter, documentTypeOrder } from '@/lib/documents/types/schemas';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';

const columns = {
  id: true,
  name: true,
  requiresApproval: true,
  forbidsOwnApproval: true,
  isActive: true,
  createdAt: true,
  updatedAt: true,
  _count: { select: { documents: true } },
} satisfies Prisma.DocumentTypeSelect;

/** The types by name, inactive ones included unless the filter excludes them. */
export async function listDocumentTypes(db: ReadDb, filter: DocumentTypeFilter): Promise<Page<DocumentTypeDetail>> {
  const { isActive } = filter;
  const where = isActive === undefined ? {} : { isActive };
  const rows = await db.documentType.findMany({ ...documentTypeOrder.seek(filter, where), select: columns });
  const { data, nextCursor } = documentTypeOrder.page(rows, filter);
  return { data: data.map(toDetail), nextCursor };
}

/** One type. Throws NOT_FOUND. */
export async function getDocumentType(db: ReadDb, { id }: { id: string }): Promise<DocumentTypeDetail> {
  return toDetail(orNotFound(await db.documentType.findUnique({ where: { id }, select: columns })));
}

/** The types of published documents in the reader's scope, by name, to narrow a list by. */
export function listPublishedTypes(db: ReadDb): Promise<{ id: string; name: string }[]> {
  return db.documentType.findMany({
    where: { documents: { some: { publishedVersionId: { not: null } } } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}

/** The types to choose from for a new document, by name. */
export function listTypeChoices(db: ReadDb) {
  return db.documentType.findMany({
    where: { isActive: true },
    select: { id: true, name: true, requiresApproval: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}

function toDetail({ _count, createdAt, updatedAt, ...row }: Prisma.DocumentTypeGetPayload<{ select: typeof columns }>) {
  return {
    ...row,
    documentCount: _count.documents,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
