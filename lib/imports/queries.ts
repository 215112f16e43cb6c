import { z } from 'zod';
import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { detailColumns, detailOf, headerOf, mappingOf, summaryColumns, summaryOf } from '@/lib/imports/columns';
import { fieldNamed } from '@/lib/imports/fields/rule';
import type { ImportKind } from '@/lib/imports/rule';
import {
  type ImportDetail,
  type ImportFilter,
  type ImportSummary,
  importKind,
  importOrder,
  type Problem,
  problemOrder,
} from '@/lib/imports/schemas';
import type { Page, PageQuery } from '@/lib/paging';

/** The imports of the business, the latest first. Throws VALIDATION on `cursor`. */
export async function listImports(db: ReadDb, page: ImportFilter): Promise<Page<ImportSummary>> {
  const rows = await db.import.findMany({ ...importOrder.seek(page, {}), select: summaryColumns });
  const { data, nextCursor } = importOrder.page(rows, page);
  return { data: data.map(summaryOf), nextCursor };
}

/** One import with its columns and what fills them. Throws NOT_FOUND. */
export async function getImport(db: ReadDb, { id }: { id: string }): Promise<ImportDetail> {
  return detailOf(orNotFound(await db.import.findUnique({ where: { id }, select: detailColumns })));
}

const message = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** What the last check of an import found wrong, in the order of the file. Throws VALIDATION on `cursor`. */
export async function listProblems(db: ReadDb, { id }: { id: string }, page: PageQuery): Promise<Page<Problem>> {
  const select = { id: true, line: true, field: true, value: true, message: true } as const;
  const about = orNotFound(await db.import.findUnique({ where: { id }, select: { kind: true } }));
  const kind: ImportKind = importKind.parse(about.kind);
  const rows = await db.importProblem.findMany({ ...problemOrder.seek(page, { importId: id }), select });
  const { data, nextCursor } = problemOrder.page(rows, page);
  return { data: data.map((row) => problemOf(row, kind)), nextCursor };
}

function problemOf(
  row: { id: string; line: number; field: string | null; value: string | null; message: unknown },
  kind: ImportKind,
): Problem {
  const { key, params } = message.parse(row.message);
  const { id, line, field, value } = row;
  return { id, line, value, field: fieldNamed(kind, field)?.name ?? null, message: params ? { key, params } : { key } };
}

/** The title of the column that fills each field, for lists of problems. Throws NOT_FOUND. */
export async function titlesOf(db: ReadDb, { id }: { id: string }): Promise<Record<string, string>> {
  const row = orNotFound(await db.import.findUnique({ where: { id }, select: { header: true, mapping: true } }));
  const header = headerOf(row.header);
  return Object.fromEntries(mappingOf(row.mapping).flatMap((field, at) => (field ? [[field, header[at] ?? '']] : [])));
}
