import { Prisma } from '@/lib/db/generated/client';
import { dayOf } from '@/lib/format';
import { type Area, foundAddress } from '@/lib/search/rule';
import { type SearchKind, type SearchResult, searchMatches } from '@/lib/search/schemas';

/** A found record as `readFound` selects it; `day` is a calendar date, `at` an instant, and one of them is null. */
export type FoundRow = {
  kind: SearchKind;
  id: string;
  title: string;
  number: string | null;
  parentId: string | null;
  projectId: string | null;
  projectName: string | null;
  clientName: string | null;
  excerpt: string | null;
  day: string | null;
  at: Date | null;
};

const { sql, empty } = Prisma;

/** The columns of one kind: the table with its alias `r`, and what differs. The text is read for the rows that are shown only. */
type Source = { from: Prisma.Sql; title: Prisma.Sql; text?: Prisma.Sql } & Partial<
  Record<'number' | 'parent' | 'project' | 'client' | 'day' | 'at', Prisma.Sql>
>;

const ofProject = { project: sql`r.project_id`, client: sql`r.client_id` };
const lines = (table: Prisma.Sql, key: Prisma.Sql) =>
  sql`(select string_agg(l.description, ' · ' order by l.position) from ${table} l where l.${key} = r.id)`;
const firstLine = sql`(select l.description from invoice_lines l where l.invoice_id = r.id order by l.position limit 1)`;
const files = (area: Area) =>
  area === 'client'
    ? sql`(select f.file_name from document_versions v join stored_files f on f.id = v.file_id where v.id = r.published_version_id)`
    : sql`(select string_agg(f.file_name, ' · ' order by v.number desc) from document_versions v join stored_files f on f.id = v.file_id where v.document_id = r.id)`;
const thread = (table: Prisma.Sql): Source => ({
  ...{ from: sql`${table} r join support_tickets t on t.id = r.ticket_id`, title: sql`t.subject`, text: sql`r.body` },
  ...{
    number: sql`t.number::text`,
    parent: sql`t.id`,
    project: sql`t.project_id`,
    client: sql`t.client_id`,
    at: sql`r.created_at`,
  },
});

/** Where each kind is read, as far as the role of the area may read it. */
const sources = (area: Area): Record<SearchKind, Source> => ({
  client: {
    ...{ from: sql`clients r`, title: sql`r.name`, at: sql`r.created_at` },
    text: sql`concat_ws(' · ', r.email, r.phone, r.address, r.tax_number)`,
  },
  person: {
    ...{ from: sql`users r`, title: sql`r.name`, text: sql`concat_ws(' · ', r.email, r.phone)` },
    ...{ client: sql`r.client_id`, at: sql`r.created_at` },
  },
  project: {
    ...{ from: sql`projects r`, title: sql`r.name`, text: sql`concat_ws(' · ', r.address, r.description)` },
    ...{ client: sql`r.client_id`, at: sql`r.created_at` },
  },
  phase: { from: sql`phases r`, title: sql`r.name`, ...ofProject, day: sql`r.planned_start_on`, at: sql`r.created_at` },
  document: {
    ...{ from: sql`documents r`, title: sql`r.title`, text: files(area), ...ofProject },
    at: sql`coalesce(r.published_at, r.created_at)`,
  },
  photo: { from: sql`photos r`, title: sql`r.caption`, ...ofProject, at: sql`coalesce(r.taken_at, r.created_at)` },
  update: { from: sql`project_updates r`, title: sql`r.title`, text: sql`r.body`, ...ofProject, day: sql`r.posted_on` },
  invoice: {
    ...{ from: sql`invoices r`, title: sql`coalesce(r.number, ${firstLine}, '')`, number: sql`r.number`, ...ofProject },
    ...{ text: sql`concat_ws(' · ', ${lines(sql`invoice_lines`, sql`invoice_id`)}, r.notes)` },
    ...{ day: sql`r.issued_on`, at: sql`r.created_at` },
  },
  credit_note: {
    ...{ from: sql`credit_notes r`, title: sql`r.number`, number: sql`r.number`, ...ofProject, day: sql`r.issued_on` },
    text: sql`concat_ws(' · ', r.reason, ${lines(sql`credit_note_lines`, sql`credit_note_id`)})`,
  },
  ticket: {
    ...{ from: sql`support_tickets r`, title: sql`r.subject`, number: sql`r.number::text`, ...ofProject },
    ...{ text: sql`concat_ws(' · ', r.body, r.client_user_name)`, at: sql`r.created_at` },
  },
  message: thread(sql`ticket_messages`),
  note: thread(sql`ticket_notes`),
  time_entry: {
    ...{ from: sql`time_entries r`, ...ofProject, day: sql`r.worked_on` },
    title: area === 'client' ? sql`r.shown_description` : sql`r.description`,
  },
});

/** The rows of `wanted` (kind, id, shown) of these kinds, for one `union all`. */
export function foundColumns(area: Area, kinds: readonly SearchKind[]): Prisma.Sql {
  const all = sources(area);
  const branches = kinds.map((kind) => {
    const { from, title, text, number, parent, project, client, day, at } = all[kind];
    const none = sql`null`;
    return sql`select w.kind, r.id, ${title} as title, ${number ?? none}::text as number, ${parent ?? none}::uuid as parent_id,
      ${project ?? none}::uuid as project_id, ${client ?? none}::uuid as client_id, ${text ? sql`case when w.shown then ${text} end` : none}::text as body,
      ${day ?? none}::date as day, ${at ?? none}::timestamptz as at from wanted w join ${from} on r.id = w.id where w.kind = ${kind}`;
  });
  return branches.length > 0 ? Prisma.join(branches, ' union all ') : empty;
}

/** A row as the API answers it; an instant falls on a date in the zone of the business. */
export function toResult(row: FoundRow, rank: number, area: Area, timeZone: string): SearchResult {
  const { kind, day, at, excerpt, ...rest } = row;
  const found = { ...rest, type: kind, on: day ?? dayOf(at ?? new Date(0), timeZone) };
  return {
    ...{ ...found, excerpt: excerpt === null ? null : excerpt.replace(/\s+/g, ' ').trim() },
    ...{ match: searchMatches[rank] ?? 'text', address: foundAddress(area, found) },
  };
}
