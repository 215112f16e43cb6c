import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { type Part, part } from '@/lib/db/together';
import { mostOpenings, type OpenedType, type Way } from '@/lib/openings/rule';
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

/** The same without pages, to be read together with other lists. */
export function recordOpenings(recordType: OpenedType, recordId: string): Part<Omit<Opening, 'title'>> {
  const query = Prisma.sql`
    select id, record_type as "recordType", record_id as "recordId", user_id as "userId", user_name as "userName", way, times,
      first_at as "firstAt", last_at as "lastAt"
    from openings where record_type = ${recordType} and record_id = ${recordId}::uuid order by last_at desc, id limit ${mostOpenings}`;
  return part(query, ({ firstAt, lastAt, ...row }: Omit<Opening, 'title'>) => ({
    ...row,
    firstAt: new Date(firstAt).toISOString(),
    lastAt: new Date(lastAt).toISOString(),
  }));
}

const columns = {
  ...{ id: true, recordType: true, recordId: true, userId: true, userName: true, way: true, times: true },
  ...{ firstAt: true, lastAt: true },
} as const;
