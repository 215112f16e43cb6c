import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { exportColumns, toExport } from '@/lib/exports/columns';
import { type ClientExport, type ExportFilter, exportOrder } from '@/lib/exports/schemas';
import type { Page } from '@/lib/paging';

/** The archives that a person of a client has asked for, the latest first. Throws VALIDATION on `cursor`. */
export async function listExports(
  db: ReadDb,
  filter: ExportFilter,
  { userId: askedById }: { userId: string },
): Promise<Page<ClientExport>> {
  const rows = await db.clientExport.findMany({ ...exportOrder.seek(filter, { askedById }), select: exportColumns });
  const { data, nextCursor } = exportOrder.page(rows, filter);
  return { data: data.map((row) => toExport(row)), nextCursor };
}

/** One archive. Throws NOT_FOUND. */
export async function getExport(db: ReadDb, { id }: { id: string }): Promise<ClientExport> {
  return toExport(orNotFound(await db.clientExport.findUnique({ where: { id }, select: exportColumns })));
}
