import type { ReadDb } from '@/lib/db/handles';
import type { OpenedType, Way } from '@/lib/openings/rule';
import { type Opening, openingOrder, type TeamOpeningFilter } from '@/lib/openings/schemas';
import type { Page } from '@/lib/paging';

/** Who opened and downloaded a record, the last first; staff see none of invoices. Throws VALIDATION on `cursor`. */
export async function listRecordOpenings(
  db: ReadDb,
  { recordType, recordId, way, ...filter }: TeamOpeningFilter,
): Promise<Page<Omit<Opening, 'title'>>> {
  const where = { recordType, recordId, ...(way ? { way } : {}) };
  const rows = await db.opening.findMany({ ...openingOrder.seek(filter, where), select: columns });
  const { data, nextCursor } = openingOrder.page(rows, filter);
  return {
    // Checks of the database keep to these words.
    data: data.map(({ firstAt, lastAt, ...row }) => ({
      ...row,
      recordType: row.recordType as OpenedType,
      way: row.way as Way,
      firstAt: firstAt.toISOString(),
      lastAt: lastAt.toISOString(),
    })),
    nextCursor,
  };
}

const columns = {
  ...{ id: true, recordType: true, recordId: true, userId: true, userName: true, way: true, times: true },
  ...{ firstAt: true, lastAt: true },
} as const;
