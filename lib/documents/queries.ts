import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { type Matches, searching } from '@/lib/db/search';
import { type Part, part } from '@/lib/db/together';
import { clientColumns, toClientDocument } from '@/lib/documents/columns';
import {
  type ClientDocument,
  type ClientDocumentDetail,
  type ClientDocumentFilter,
  clientDocumentOrder,
} from '@/lib/documents/schemas';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';

// Queries of clients. The wall shows them documents with a published version, and of the versions only that one.

/**
 * The visible published documents, the latest first. Throws NOT_FOUND for a project that is not visible; the caller may know it
 * already.
 */
export async function listClientDocuments(
  db: ReadDb,
  filter: ClientDocumentFilter,
  { known = false } = {},
): Promise<Page<ClientDocument>> {
  const { projectId, type, search } = filter;
  if (projectId && !known) orNotFound(await db.project.findUnique({ where: { id: projectId }, select: { id: true } }));
  const matches = await searching(db, search);
  const published = { publishedVersionId: { not: null } };
  const where = { ...published, ...about({ projectId, type }), ...(matches ? mentions(matches) : {}) };
  const rows = await db.document.findMany({ ...clientDocumentOrder.seek(filter, where), select: clientColumns });
  const { data, nextCursor } = clientDocumentOrder.page(rows, filter);
  return { data: data.map(toClientDocument), nextCursor };
}

/** One published document. Throws NOT_FOUND. */
export async function getClientDocument(db: ReadDb, { id }: { id: string }): Promise<ClientDocumentDetail> {
  const [row] = await db.$queryRaw<(Row & { pictureWidth: number | null; pictureHeight: number | null })[]>`
    select ${rowColumns}, i.width as "pictureWidth", i.height as "pictureHeight"
    from documents d ${rowTables} left join document_pictures i on i.version_id = v.id
    where d.id = ${id}::uuid and d.published_version_id is not null`;
  const { pictureWidth: width, pictureHeight: height, ...document } = orNotFound(row);
  return { ...ofRow(document), picture: width && height ? { width, height } : null };
}

/** The condition on project and type, for clients and the team. */
export function about({ projectId, type }: { projectId?: string | undefined; type?: string | undefined }) {
  return { ...(projectId ? { projectId } : {}), ...(type ? { documentTypeId: type } : {}) };
}

/** Searches the title and the published file's name; names of other versions would reveal that these exist. */
function mentions(matches: Matches): Prisma.DocumentWhereInput {
  return { OR: [{ searchText: matches }, { publishedVersion: { file: { searchText: matches } } }] };
}

type Row = Omit<ClientDocument, 'status' | 'publishedAt'> & { publishedAt: Date };

const rowColumns = Prisma.sql`
  d.id, d.title, d.project_id as "projectId", p.name as "projectName", d.document_type_id as "documentTypeId",
  t.name as "documentTypeName", v.number as version, f.file_name as "fileName", f.content_type as "contentType",
  f.byte_size::int as "byteSize", d.published_at as "publishedAt"`;
const rowTables = Prisma.sql`
  join projects p on p.id = d.project_id
  join document_types t on t.id = d.document_type_id
  join document_versions v on v.id = d.published_version_id
  join stored_files f on f.id = v.file_id`;

function ofRow(row: Row): ClientDocument {
  return { ...row, status: 'published', publishedAt: row.publishedAt.toISOString() };
}

/** The documents published last, for `readTogether`. The statement chooses them before it joins, so that no other file is read. */
export function newestDocuments(count: number): Part<ClientDocument> {
  return part(
    Prisma.sql`
    with newest as (
      select id, title, project_id, document_type_id, published_version_id, published_at from documents
      where published_version_id is not null order by published_at desc, id limit ${count}
    )
      select ${rowColumns} from newest d ${rowTables} order by d.published_at desc, d.id`,
    (row: Omit<Row, 'publishedAt'> & { publishedAt: string }) =>
      ofRow({ ...row, publishedAt: new Date(row.publishedAt) }),
  );
}
