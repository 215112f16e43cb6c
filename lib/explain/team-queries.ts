import type { AdminActor } from '@/lib/authz/actor';
import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { env } from '@/lib/env';
import { orNotFound } from '@/lib/errors';
import { sources, wordsOf } from '@/lib/explain/columns';
import {
  type ExplainedType,
  hiddenBy,
  isAdmitted,
  isOfRecord,
  type MailPlan,
  noticeOf,
  type PersonFacts,
  whyNot,
} from '@/lib/explain/rule';
import { type ExplainedRecord, type ExplainFilter, type Explanation, explainOrder } from '@/lib/explain/schemas';
import { fallbackLocale, settled } from '@/lib/i18n/locales';
import { log } from '@/lib/log';
import type { Page } from '@/lib/paging';

type Facts = Omit<ExplainedRecord, 'type' | 'id' | 'hiddenBy'> & { ownerId: string | null; state: string };

/** Reads the facts of a record that decide who sees it. Throws NOT_FOUND. */
export async function getExplained(db: ReadDb, { type, id }: Pick<ExplainFilter, 'type' | 'id'>) {
  const { from, client, project, title, state, owner } = sources[type];
  const [row] = await db.$queryRaw<Facts[]>`
    select ${client} as "clientId", c.name as "clientName", ${project} as "projectId", ${title} as title, ${state} as state,
      ${owner} as "ownerId"
    from ${from} join clients c on c.id = ${client} where r.id = ${id}::uuid`;
  const facts = { type, id, ...orNotFound(row) };
  return { ...facts, hiddenBy: hiddenBy(facts) };
}

export type Explained = Awaited<ReturnType<typeof getExplained>>;

/**
 * Who of the people of clients sees a record now, by name: the guard's rule and the wall's own policies, asked as each of them.
 * Throws NOT_FOUND, and VALIDATION on `cursor`.
 */
export async function explain(
  db: ReadDb,
  filter: ExplainFilter,
  actor: AdminActor,
): Promise<Page<Explanation> & { record: ExplainedRecord }> {
  const { ownerId, state, ...record } = await getExplained(db, filter);
  return { ...(await explainTo(db, { ...record, ownerId, state }, filter, actor)), record };
}

type People = Pick<ExplainFilter, 'userId' | 'clientId' | 'ahead' | 'limit' | 'cursor'>;

/** The same for a record whose facts are read already. */
export async function explainTo(
  db: ReadDb,
  record: Explained,
  filter: People,
  actor: AdminActor,
): Promise<Page<Explanation>> {
  const { userId, clientId } = filter;
  const ahead = record.type === 'project' ? filter.ahead : undefined;
  const where = {
    userType: 'client' as const,
    ...(userId ? { id: userId } : {}),
    // The person of a ticket may have moved to another client.
    ...(clientId ? { OR: [{ clientId }, ...(record.ownerId ? [{ id: record.ownerId }] : [])] } : {}),
  };
  const rows = await db.user.findMany({ ...explainOrder.seek(filter, where), select: columns });
  const { data, nextCursor } = explainOrder.page(rows, filter);
  const people = data.map((row) => ({ row, facts: factsOf(row) }));
  const seen = await seenBy(
    db,
    record,
    people.filter(({ facts }) => isAdmitted(facts)).map(({ row }) => row.id),
  );
  const found = people.map(({ row, facts }) => {
    const sees = seen.has(row.id);
    const reason = sees ? null : whyNot(facts, record);
    if (!sees && !reason)
      log().error({ type: record.type, id: record.id }, 'explain: the wall hides a record for no known reason');
    return { row, sees, reason };
  });
  const locale = settled(actor.locale, actor.tenant.locale) ?? fallbackLocale;
  const mails = await mailsOf(
    db,
    ahead ?? record.type,
    // What is made in a project is seen by those who see the project.
    found.filter(({ sees, reason }) => isOfRecord(reason) || (ahead && sees)).map(({ row }) => row.id),
  );
  return {
    nextCursor,
    data: found.map(({ row, sees, reason }) => ({
      ...{ userId: row.id, name: row.name, email: row.email, sees, reason },
      ...{ clientId: row.clientId, clientName: row.client?.name ?? null },
      ...wordsOf(reason, { person: row.name, client: record.clientName, own: row.client?.name ?? '' }, locale),
      mail: mails.get(row.id) ?? null,
    })),
  };
}

const columns = {
  ...{ id: true, name: true, email: true, isActive: true, clientPortalEnabled: true, clientId: true },
  client: { select: { name: true, isActive: true } },
} satisfies Prisma.UserSelect;

type Row = Prisma.UserGetPayload<{ select: typeof columns }>;

const factsOf = ({ id, isActive, clientPortalEnabled, clientId, client }: Row): PersonFacts => ({
  ...{ id, isActive, clientId },
  ...{ portalEnabled: clientPortalEnabled, clientActive: client?.isActive ?? null },
});

/** Those of the people who see the record, asked of the wall as each of them. */
async function seenBy(db: ReadDb, { type, id }: Explained, people: string[]): Promise<Set<string>> {
  if (people.length === 0) return new Set();
  const rows = await db.$queryRaw<{ person: string; sees: boolean }[]>`
    select person, sees from seen_by(${type}, ${id}::uuid, ${people}::uuid[])`;
  return new Set(rows.filter(({ sees }) => sees).map(({ person }) => person));
}

/** How soon each of the people would be mailed once the record is shown; none for a kind that nobody is told of. */
async function mailsOf(db: ReadDb, type: ExplainedType, people: string[]): Promise<Map<string, MailPlan>> {
  if (!(type in noticeOf) || people.length === 0) return new Map();
  if (!env().mail.smtp) return new Map(people.map((id) => [id, 'none']));
  const kind = noticeOf[type as keyof typeof noticeOf];
  const rows = await db.$queryRaw<{ person: string; cadence: MailPlan }[]>`
    select person, cadence from mail_cadences(${kind}::notification_kind, ${people}::uuid[])`;
  return new Map(rows.map(({ person, cadence }) => [person, cadence]));
}

/** What names a record of the audit trail besides its own facts. */
type Named = { recordType: string | null; recordId: string | null };

/** What names the records that no page explains. */
const others: Record<string, { from: Prisma.Sql; title: Prisma.Sql }> = {
  user: { from: Prisma.sql`users r`, title: Prisma.sql`r.name` },
  client: { from: Prisma.sql`clients r`, title: Prisma.sql`r.name` },
  payment: {
    from: Prisma.sql`payments r join clients c on c.id = r.client_id`,
    title: Prisma.sql`coalesce(nullif(r.reference, ''), c.name)`,
  },
  payment_claim: {
    from: Prisma.sql`payment_claims r join invoices i on i.id = r.invoice_id`,
    title: Prisma.sql`coalesce(i.number, '')`,
  },
};

const namedBy = new Map(Object.entries({ ...sources, ...others }));

/** The titles of records as they are now, by id, in one statement: none for records that are gone and for kinds without titles. */
export async function titlesOf(db: ReadDb, records: Named[]): Promise<Map<string, string>> {
  const ids = new Map<string, Set<string>>();
  for (const { recordType, recordId } of records)
    if (recordId !== null && recordType !== null)
      ids.set(recordType, (ids.get(recordType) ?? new Set<string>()).add(recordId));
  const parts = [...namedBy].flatMap(([type, { from, title }]) => {
    const of = ids.get(type);
    return of ? [Prisma.sql`select r.id, ${title} as title from ${from} where r.id = any(${[...of]}::uuid[])`] : [];
  });
  if (parts.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; title: string }[]>`${Prisma.join(parts, ' union all ')}`;
  return new Map(rows.filter(({ title }) => title !== '').map(({ id, title }) => [id, title]));
}
