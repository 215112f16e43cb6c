import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { teamExportColumns, toTeamExport } from '@/lib/exports/columns';
import { type ClientExportFilter, type ExportFilter, exportOrder, type TeamExport } from '@/lib/exports/schemas';
import type { Page } from '@/lib/paging';

/**
 * The archives of a client, the latest first. Throws NOT_FOUND for an unknown client, which the caller may know already, VALIDATION on
 * `cursor`.
 */
export async function listClientExports(
  db: ReadDb,
  filter: ClientExportFilter,
  { known = false } = {},
): Promise<Page<TeamExport>> {
  const { id: clientId } = filter;
  if (!known) orNotFound(await db.client.findUnique({ where: { id: clientId }, select: { id: true } }));
  const rows = await db.clientExport.findMany({ ...exportOrder.seek(filter, { clientId }), select: teamExportColumns });
  const { data, nextCursor } = exportOrder.page(rows, filter);
  return { data: data.map((row) => toTeamExport(row)), nextCursor };
}

/** The archives of the whole business, the latest first. Throws VALIDATION on `cursor`. */
export async function listBusinessExports(db: ReadDb, filter: ExportFilter): Promise<Page<TeamExport>> {
  const rows = await db.clientExport.findMany({
    ...exportOrder.seek(filter, { clientId: null }),
    select: teamExportColumns,
  });
  const { data, nextCursor } = exportOrder.page(rows, filter);
  return { data: data.map((row) => toTeamExport(row)), nextCursor };
}

/** One archive. Throws NOT_FOUND. */
export async function getTeamExport(db: ReadDb, { id }: { id: string }): Promise<TeamExport> {
  return toTeamExport(orNotFound(await db.clientExport.findUnique({ where: { id }, select: teamExportColumns })));
}
