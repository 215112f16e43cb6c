import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import {
  type Look,
  type LookFilter,
  lookOrder,
  type Opening,
  type OpeningFilter,
  openingOrder,
} from '@/lib/openings/schemas';
import type { Page } from '@/lib/paging';

type Row = Omit<Opening, 'firstAt' | 'lastAt'> & { firstAt: Date; lastAt: Date };

/** What the people of the reader's client opened and downloaded, the last first. Throws VALIDATION on `cursor`. */
export async function listOpenings(db: ReadDb, filter: OpeningFilter): Promise<Page<Opening>> {
  const { way } = filter;
  const [after, afterId] = openingOrder.after(filter);
  const conditions = [
    ...(way ? [Prisma.sql`o.way = ${way}`] : []),
    ...(after
      ? [
          Prisma.sql`o.last_at <= ${after}::timestamptz and (o.last_at < ${after}::timestamptz or o.id > ${afterId}::uuid)`,
        ]
      : []),
  ];
  const rows = await db.$queryRaw<Row[]>`
    select o.id, o.record_type as "recordType", o.record_id as "recordId", coalesce(d.title, g.caption, i.number,
        case when g.id is not null then '' end) as title,
      o.user_id as "userId", o.user_name as "userName", o.way, o.times, o.first_at as "firstAt", o.last_at as "lastAt"
    from openings o left join documents d on o.record_type = 'document' and d.id = o.record_id
      left join photos g on o.record_type = 'photo' and g.id = o.record_id
      left join invoices i on o.record_type = 'invoice' and i.id = o.record_id
    ${conditions.length > 0 ? Prisma.sql`where ${Prisma.join(conditions, ' and ')}` : Prisma.empty}
    order by o.last_at desc, o.id limit ${filter.limit + 1}`;
  const { data, nextCursor } = openingOrder.page(rows, filter);
  return {
    data: data.map((row) => ({ ...row, firstAt: row.firstAt.toISOString(), lastAt: row.lastAt.toISOString() })),
    nextCursor,
  };
}

/** When admins looked at the portal as the reader, the latest first. Throws VALIDATION on `cursor`. */
export async function listLooks(db: ReadDb, filter: LookFilter): Promise<Page<Look>> {
  const [before = null, beforeId = null] = lookOrder.after(filter);
  const rows = await db.$queryRaw<{ id: string; name: string | null; createdAt: Date }[]>`
    select id, name, at as "createdAt" from looks_at_me(${before}::timestamptz, ${beforeId}::uuid, ${filter.limit + 1}::int)`;
  const { data, nextCursor } = lookOrder.page(rows, filter);
  return {
    data: data.map(({ id, name, createdAt }) => ({ id, name: name ?? '', lookedAt: createdAt.toISOString() })),
    nextCursor,
  };
}
