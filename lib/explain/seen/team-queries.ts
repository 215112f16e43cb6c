import type { AdminActor } from '@/lib/authz/actor';
import { askAs } from '@/lib/authz/ask-as';
import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { part, readTogether } from '@/lib/db/together';
import { type ExplainedType, explainedTypes } from '@/lib/explain/rule';
import type { Seen, Shown } from '@/lib/explain/seen/schemas';
import { mostCounted } from '@/lib/intl';

/** Rows of the list of what was shown. */
const mostShown = 40;

const tables: Record<ExplainedType, Prisma.Sql> = {
  project: Prisma.sql`projects`,
  phase: Prisma.sql`phases`,
  project_update: Prisma.sql`project_updates`,
  document: Prisma.sql`documents`,
  photo: Prisma.sql`photos`,
  time_entry: Prisma.sql`time_entries`,
  invoice: Prisma.sql`invoices`,
  credit_note: Prisma.sql`credit_notes`,
  ledger_entry: Prisma.sql`ledger_entries`,
  ticket: Prisma.sql`support_tickets`,
};

/**
 * Everything that a person of a client sees now and when it was shown to them, read through the wall as that person within the
 * actor's read. The caller has found that the portal admits the person.
 */
export function getSeen(db: ReadDb, person: { userId: string; clientId: string }, actor: AdminActor): Promise<Seen> {
  return askAs(db, actor, person, async (own) => {
    const { counts, shown, last } = await readTogether(own, {
      counts: part(countsOf(), (row: { type: ExplainedType; count: number }) => row),
      shown: part(shownTo(actor.tenant.timeZone), (row: Shown) => row),
      last: part(lastSeen, ({ at }: { at: string | null }) => at),
    });
    const byType = new Map(counts.map(({ type, count }) => [type, count]));
    return {
      counts: Object.fromEntries(explainedTypes.map((type) => [type, byType.get(type) ?? 0])) as Seen['counts'],
      shown: shown.map((row) => ({ ...row, shownAt: iso(row.shownAt), takenAt: row.takenAt && iso(row.takenAt) })),
      lastSeenAt: last[0] ? iso(last[0]) : null,
    };
  });
}

const iso = (at: string): string => new Date(at).toISOString();

function countsOf(): Prisma.Sql {
  const each = explainedTypes.map(
    (type) =>
      Prisma.sql`select ${type} as type, (select count(*)::int from (select from ${tables[type]} limit ${mostCounted + 1}) counted) as count`,
  );
  return Prisma.join(each, ' union all ');
}

const lastSeen = Prisma.sql`
  select greatest((select max(last_seen_at) from sessions), (select max(seen_at) from visits),
    (select max(o.last_at) from openings o where o.user_id = (select app_user()))) as at`;

type Kind = { type: Shown['type']; title: Prisma.Sql; at: Prisma.Sql; project?: Prisma.Sql };

const kinds: Kind[] = [
  { type: 'project', title: Prisma.sql`r.name`, at: Prisma.sql`r.created_at`, project: Prisma.sql`r.id` },
  { type: 'project_update', title: Prisma.sql`r.title`, at: Prisma.sql`r.published_at` },
  { type: 'document', title: Prisma.sql`r.title`, at: Prisma.sql`r.published_at` },
  { type: 'invoice', title: Prisma.sql`r.number`, at: Prisma.sql`r.issued_at` },
  { type: 'credit_note', title: Prisma.sql`r.number`, at: Prisma.sql`r.created_at` },
  { type: 'ticket', title: Prisma.sql`r.subject`, at: Prisma.sql`r.created_at` },
];

/** The latest records of each kind, and of all of them the latest. */
function shownTo(timeZone: string): Prisma.Sql {
  const each = kinds.map(
    ({ type, title, at, project = Prisma.sql`r.project_id` }) => Prisma.sql`(
      select ${type} as type, r.id, ${title} as title, ${project} as project, 1 as count, ${at} as at
      from ${tables[type]} r order by ${at} desc nulls last, r.id limit ${mostShown})`,
  );
  const photos = Prisma.sql`(
    select 'photo', (array_agg(r.id order by r.shared_at desc))[1], '', r.project_id, count(*)::int, max(r.shared_at)
    from photos r group by r.project_id, (r.shared_at at time zone ${timeZone})::date order by max(r.shared_at) desc nulls last limit ${mostShown})`;
  return Prisma.sql`
    select s.type, s.id, s.title, s.project as "projectId", p.name as "projectName", s.count, s.at as "shownAt",
      (select max(o.last_at) from openings o where o.record_id = s.id and o.user_id = (select app_user())) as "takenAt"
    from (${Prisma.join([...each, photos], ' union all ')}) s left join projects p on p.id = s.project
    where s.at is not null order by s.at desc, s.id limit ${mostShown}`;
}
