import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { clientColumns, toClientDocument } from '@/lib/documents/columns';
import { type ClientDocument, type ClientDocumentFilter, clientDocumentOrder } from '@/lib/documents/schemas';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';
import { containing } from '@/lib/search';

// Queries of clients. The wall shows them documents with a published version, and of the versions only that one.

/** The visible published documents, the latest first. Throws NOT_FOUND for a project that is not visible. */
export async function listClientDocuments(db: ReadDb, filter: ClientDocumentFilter): Promise<Page<ClientDocument>> {
  const { projectId, type, search } = filter;
  if (projectId) orNotFound(await db.project.findUnique({ where: { id: projectId }, select: { id: true } }));
  const published = { publishedVersionId: { not: null } };
  const where = { ...published, ...about({ projectId, type }), ...(search ? mentions(search) : {}) };
  const rows = await db.document.findMany({ ...clientDocumentOrder.seek(filter, where), select: clientColumns });
  const { data, nextCursor } = clientDocumentOrder.page(rows, filter);
  return { data: data.map(toClientDocument), nextCursor };
}

/** One published document. Throws NOT_FOUND. */
export async function getClientDocument(db: ReadDb, { id }: { id: string }): Promise<ClientDocument> {
  const where = { id, publishedVersionId: { not: null } };
  return toClientDocument(orNotFound(await db.document.findUnique({ where, select: clientColumns })));
}

/** The condition on project and type, for clients and the team. */
export function about({ projectId, type }: { projectId?: string | undefined; type?: string | undefined }) {
  return { ...(projectId ? { projectId } : {}), ...(type ? { documentTypeId: type } : {}) };
}

/** Searches the title and the published file's name; names of other versions would reveal that these exist. */
function mentions(search: string): Prisma.DocumentWhereInput {
  return { OR: [{ title: containing(search) }, { publishedVersion: { file: { fileName: containing(search) } } }] };
}

type Row = Omit<ClientDocument, 'status' | 'publishedAt'> & { publishedAt: Date };

/** The documents published last, in one statement that chooses them before it joins, so that no other file is read. */
export async function newestDocuments(db: ReadDb, count: number): Promise<ClientDocument[]> {
  const rows = await db.$queryRaw<Row[]>`
    with newest as (
      select id, title, project_id, document_type_id, published_version_id, published_at from documents
      where published_version_id is not null order by published_at desc, id limit ${count}
    )
    select d.id, d.title, d.project_id as "projectId", p.name as "projectName", d.document_type_id as "documentTypeId",
      t.name as "documentTypeName", v.number as version, f.file_name as "fileName", f.content_type as "contentType",
      f.byte_size::int as "byteSize", d.published_at as "publishedAt"
    from newest d
      join projects p on p.id = d.project_id
      join document_types t on t.id = d.document_type_id
      join document_versions v on v.id = d.published_version_id
      join stored_files f on f.id = v.file_id
    order by d.published_at desc, d.id`;
  return rows.map((row) => ({ ...row, status: 'published', publishedAt: row.publishedAt.toISOString() }));
}
