import type { Since } from '@/lib/dashboard/since/rule';
import { type NewItem, type NewKind, type NewSection, newKinds } from '@/lib/dashboard/since/schemas';
import { Prisma } from '@/lib/db/generated/client';
import { type Part, part } from '@/lib/db/together';

/** Items that a section names, and how many it counts. */
const most = { named: 3, counted: 100 };

type Row = Omit<NewItem, 'minor'> & { kind: NewKind; minor: string | null; total: number };

/** What is new to the person whose scope this is, for `readTogether`: the latest of each section, with the number of all. */
export function newRows({ home: { newSince: since }, documents, photos }: Since): Part<Row> {
  const sections = [
    named('updates', updates(since)),
    named('phases', phases(since)),
    named('documents', publications(documents)),
    newPhotos(photos),
    named('invoices', invoices(since)),
    named('credit_notes', creditNotes(since)),
    named('payments', payments(since)),
    named('tickets', tickets(since)),
  ];
  return part(Prisma.join(sections, ' union all '), ({ at, ...row }: Row) => ({
    ...row,
    at: new Date(at).toISOString(),
  }));
}

/** Each of `rows` has id, title, projectId, at, minor and version. */
const named = (kind: NewKind, rows: Prisma.Sql) => Prisma.sql`(
  select ${kind} as kind, n.*, 1 as count, (count(*) over ())::int as total
  from (${rows} order by at desc, id limit ${most.counted}) n order by n.at desc, n.id limit ${most.named})`;

const without = Prisma.sql`null::text as minor, null::int as version`;
const money = (column: 'total_minor' | 'amount_minor') =>
  Prisma.sql`${Prisma.raw(column)}::text as minor, null::int as version`;

const updates = (since: Date) => Prisma.sql`
  select id, title, project_id as "projectId", published_at as at, ${without} from project_updates where published_at > ${since}::timestamptz`;

const phases = (since: Date) => Prisma.sql`
  select id, name as title, project_id as "projectId", completed_at as at, ${without} from phases where completed_at > ${since}::timestamptz`;

const publications = (since: Date) => Prisma.sql`
  select id, title, project_id as "projectId", published_at as at, null::text as minor,
    (select v.number from document_versions v where v.id = d.published_version_id) as version
  from documents d where published_version_id is not null and published_at > ${since}::timestamptz`;

/** Photos by project: each batch is one thing to look at. */
const newPhotos = (since: Date) => Prisma.sql`(
  select 'photos' as kind, p.id, p.name as title, p.id as "projectId", max(n.shared_at) as at, ${without},
    count(*)::int as count, (sum(count(*)) over ())::int as total
  from (
    select project_id, shared_at from photos where shared_at > ${since}::timestamptz order by shared_at desc, id limit ${most.counted}
  ) n join projects p on p.id = n.project_id
  group by p.id, p.name order by 5 desc, p.id limit ${most.named})`;

const invoices = (since: Date) => Prisma.sql`
  select id, number as title, project_id as "projectId", issued_at as at, ${money('total_minor')}
  from invoices where status = 'issued' and issued_at > ${since}::timestamptz`;

const creditNotes = (since: Date) => Prisma.sql`
  select id, number as title, project_id as "projectId", created_at as at, ${money('total_minor')}
  from credit_notes where created_at > ${since}::timestamptz`;

const payments = (since: Date) => Prisma.sql`
  select id, '' as title, null::uuid as "projectId", created_at as at, ${money('amount_minor')}
  from payments where created_at > ${since}::timestamptz`;

/** Answered or closed. */
const tickets = (since: Date) => Prisma.sql`
  select id, subject as title, project_id as "projectId", greatest(answered_at, closed_at) as at, ${without}
  from support_tickets where client_user_id = (select app_user()) and greatest(answered_at, closed_at) > ${since}::timestamptz`;

/** The rows of `newRows` as sections in the order of the page; those with nothing new are left out. */
export function sectionsOf(rows: readonly Row[]): NewSection[] {
  return newKinds.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    const items = own.map(({ id, title, projectId, at, minor, version, count }) => ({
      ...{ id, title, projectId, at, version, count },
      minor: minor === null ? null : BigInt(minor),
    }));
    return own[0] ? [{ kind, count: own[0].total, items }] : [];
  });
}
