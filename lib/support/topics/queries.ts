import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { toDecimal } from '@/lib/money';
import type { TopicType } from '@/lib/support/topics/rule';
import { type StoredSnapshot, storedSnapshot, type TicketTopic, type Topic } from '@/lib/support/topics/schemas';

type Row = {
  title: string;
  on: string | null;
  amountMinor: bigint | null;
  currency: string | null;
  minutes: number | null;
  percent: number | null;
  parentId: string | null;
  projectId: string | null;
};

/** A record to ask about: as it is now, and the project that it belongs to. */
export type Asked = { snapshot: StoredSnapshot; projectId: string | null };

/** The record of a topic as the reader sees it, in one statement; null where they do not see it. */
export async function findTopicRecord(db: ReadDb | WriteDb, { type, id }: Topic): Promise<Asked | null> {
  const [row] = await db.$queryRaw<Row[]>`${statements[type](id)}`;
  if (!row) return null;
  const { amountMinor, currency, projectId, title, ...rest } = row;
  const amount = amountMinor === null || currency === null ? null : toDecimal(amountMinor, currency);
  return { snapshot: { ...rest, title: title.slice(0, 500), amount, currency }, projectId };
}

const none = Prisma.sql`null::bigint as "amountMinor", null as currency`;
const bare = Prisma.sql`${none}, null::int as minutes, null::int as percent`;

/** One statement per kind; the wall decides whether it finds a row. Photos have no name: their caption, or the empty text. */
const statements: Record<TopicType, (id: string) => Prisma.Sql> = {
  document: (id) => Prisma.sql`
    select title, (published_at at time zone 'UTC')::date::text as on, ${bare}, project_id as "parentId", project_id as "projectId"
    from documents where id = ${id}::uuid`,
  photo: (id) => Prisma.sql`
    select coalesce(caption, '') as title, (taken_at at time zone 'UTC')::date::text as on, ${bare}, project_id as "parentId",
      project_id as "projectId"
    from photos where id = ${id}::uuid`,
  phase: (id) => Prisma.sql`
    select name as title, coalesce(actual_end_on, planned_end_on)::text as on, ${none}, null::int as minutes, percent,
      project_id as "parentId", project_id as "projectId"
    from phases where id = ${id}::uuid`,
  time_entry: (id) => Prisma.sql`
    select coalesce(shown_description, '') as title, worked_on::text as on, ${none}, minutes, null::int as percent, project_id as "parentId",
      project_id as "projectId"
    from time_entries where id = ${id}::uuid`,
  invoice: (id) => Prisma.sql`
    select coalesce(number, '') as title, issued_on::text as on, total_minor as "amountMinor", currency, null::int as minutes,
      null::int as percent, null::uuid as "parentId", project_id as "projectId"
    from invoices where id = ${id}::uuid`,
  invoice_line: (id) => Prisma.sql`
    select l.description || ' (' || coalesce(i.number, '') || ')' as title, i.issued_on::text as on, l.amount_minor as "amountMinor",
      i.currency, null::int as minutes, null::int as percent, i.id as "parentId", i.project_id as "projectId"
    from invoice_lines l join invoices i on i.id = l.invoice_id where l.id = ${id}::uuid`,
  ledger_entry: (id) => Prisma.sql`
    select description as title, entry_on::text as on, credit_minor - debit_minor as "amountMinor", currency,
      null::int as minutes, null::int as percent, null::uuid as "parentId", null::uuid as "projectId"
    from ledger_entries where id = ${id}::uuid`,
};

/** A row of ticket_topics as an answer; null where the wall hides it. */
export function toTopic(row: { recordType: string; recordId: string; snapshot: unknown } | null): TicketTopic | null {
  const snapshot = storedSnapshot.safeParse(row?.snapshot);
  if (!row || !snapshot.success) return null;
  // The table's check allows these types and no other.
  return { ...snapshot.data, type: row.recordType as TopicType, id: row.recordId };
}
