import type { ReadDb } from '@/lib/db/handles';
import type { ClientDocument } from '@/lib/documents/schemas';

type Row = Omit<ClientDocument, 'status' | 'publishedAt'> & { publishedAt: Date };

/** The documents published last, in one statement: chosen first, so that the others' files are never looked at. */
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
