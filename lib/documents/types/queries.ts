import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { type DocumentTypeDetail, type DocumentTypeFilter, documentTypeOrder } from '@/lib/documents/types/schemas';
import { orNotFound } from '@/lib/errors';
import { mostCounted } from '@/lib/intl';
import type { Page } from '@/lib/paging';

const columns = {
  id: true,
  name: true,
  requiresApproval: true,
  forbidsOwnApproval: true,
  isActive: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.DocumentTypeSelect;

/** The types by name, inactive ones included unless the filter excludes them. */
export async function listDocumentTypes(db: ReadDb, filter: DocumentTypeFilter): Promise<Page<DocumentTypeDetail>> {
  const { isActive } = filter;
  const where = isActive === undefined ? {} : { isActive };
  const rows = await db.documentType.findMany({ ...documentTypeOrder.seek(filter, where), select: columns });
  const { data, nextCursor } = documentTypeOrder.page(rows, filter);
  return { data: await withCounts(db, data), nextCursor };
}

/** One type. Throws NOT_FOUND. */
export async function getDocumentType(db: ReadDb, { id }: { id: string }): Promise<DocumentTypeDetail> {
  const row = orNotFound(await db.documentType.findUnique({ where: { id }, select: columns }));
  return orNotFound((await withCounts(db, [row]))[0]);
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

type Row = Prisma.DocumentTypeGetPayload<{ select: typeof columns }>;

/** The types with the number of their documents, which stops at one above `mostCounted`. */
async function withCounts(db: ReadDb, types: readonly Row[]): Promise<DocumentTypeDetail[]> {
  if (types.length === 0) return [];
  const counted = await db.$queryRaw<{ id: string; count: number }[]>`
    select t.id::text, (select count(*)::int from (
      select from documents d where d.document_type_id = t.id limit ${mostCounted + 1}) counted) as count
    from unnest(${types.map(({ id }) => id)}::uuid[]) as t (id)`;
  const counts = new Map(counted.map(({ id, count }) => [id, count]));
  return types.map(({ createdAt, updatedAt, ...type }) => ({
    ...type,
    documentCount: counts.get(type.id) ?? 0,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }));
}
