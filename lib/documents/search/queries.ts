import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { likePattern, mostFound, searching } from '@/lib/db/search';
import type { TeamDocumentFilter } from '@/lib/documents/schemas';

/**
 * What a search found: the documents themselves, or, where many titles or names of files match, the pattern of a list that is read
 * in its order. `files` are then the documents by the name of a file; null where those are many too.
 */
export type Found = { ids: string[] } | { pattern: string; files: string[] | null };

/** What a search found; null where nothing was typed. */
export async function findDocuments(db: ReadDb, { search }: Pick<TeamDocumentFilter, 'search'>): Promise<Found | null> {
  const matches = await searching(db, search);
  if (!matches) return null;
  const pattern = likePattern(matches);
  const rows = await db.$queryRaw<{ id: string; by: 'title' | 'file' }[]>`
    select id::text, 'title' as by from matching_documents(${pattern}) id union all
    select id::text, 'file' from matching_file_names(${pattern}) id`;
  const [titles, files] = (['title', 'file'] as const).map((by) =>
    rows.filter((row) => row.by === by).map(({ id }) => id),
  ) as [string[], string[]];
  if (titles.length <= mostFound && files.length <= mostFound) return { ids: [...new Set([...titles, ...files])] };
  return { pattern, files: files.length > mostFound ? null : files };
}

/** The condition of a filter without its search, in SQL, on documents as `d`. */
function aboutSql({ projectId, type }: Pick<TeamDocumentFilter, 'projectId' | 'type'>): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  if (projectId) conditions.push(Prisma.sql`d.project_id = ${projectId}::uuid`);
  if (type) conditions.push(Prisma.sql`d.document_type_id = ${type}::uuid`);
  return Prisma.join(conditions, ' and ');
}

/** The condition of a filter with what its search found, in SQL, on documents as `d`. */
export function matchingSql(filter: Pick<TeamDocumentFilter, 'projectId' | 'type'>, result: Found | null): Prisma.Sql {
  const conditions = [aboutSql(filter)];
  if (result && 'ids' in result) conditions.push(Prisma.sql`d.id = any(${result.ids}::uuid[])`);
  if (result && 'pattern' in result) conditions.push(mentions(result));
  return Prisma.join(conditions, ' and ');
}

/** Not `exists`, for which PostgreSQL would read the files of all documents at once. */
function mentions({ pattern, files }: Extract<Found, { pattern: string }>): Prisma.Sql {
  if (files) return Prisma.sql`(d.search_text like ${pattern} or d.id = any(${files}::uuid[]))`;
  return Prisma.sql`(d.search_text like ${pattern} or (
    select true from document_versions v join stored_files f on f.id = v.file_id
    where v.document_id = d.id and f.search_text like ${pattern} limit 1))`;
}
