import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { canonicalAddress } from '@/lib/email-address';
import type { FieldName } from '@/lib/imports/fields/rule';
import { type Data, type Pass, remembered, type SourceRow, textOf } from '@/lib/imports/records/rule';
import type { ImportKind } from '@/lib/imports/rule';

/** The prefixes of keys: an external id, a name that takes its place, the content of a row. */
export const byId = (id: string): string => `id:${id}`;
export const byName = (name: string): string => `as:${name}`;
export const byContent = (digest: string): string => `is:${digest}`;

/** The records that earlier imports of a kind wrote, by key. */
export async function knownRecords(
  db: ReadDb,
  kind: ImportKind,
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db.importRecord.findMany({
    where: { kind, externalKey: { in: [...keys] } },
    select: { externalKey: true, recordId: true },
    orderBy: { id: 'asc' },
  });
  return new Map(rows.map(({ externalKey, recordId }) => [externalKey, recordId]));
}

/** A table whose rows an import writes: its columns with their types in PostgreSQL. */
export type Table = { name: string; columns: Readonly<Record<string, string>> };

/** The stored columns of records, with `updated_at`, by id. */
export async function storedData(
  db: ReadDb,
  { name, columns }: Table,
  ids: readonly string[],
): Promise<Map<string, Data>> {
  if (ids.length === 0) return new Map();
  const pairs = [...Object.keys(columns), 'updated_at'].map((column) => `'${column}', t.${column}`).join(', ');
  const rows = await db.$queryRaw<{ id: string; data: Data }[]>`
    select t.id, jsonb_build_object(${Prisma.raw(pairs)}) as data from ${Prisma.raw(name)} t where t.id = any (${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, data }) => [id, data]));
}

/** A record that a cell names: by external id, or else by name or address. */
export type Named = {
  id: string;
  clientId: string;
  currency: string;
  name: string;
  startsOn: string | null;
  hoursShown: string;
  /** Of a person. */
  userType: string | null;
};

type Candidate = Named & { ref: string; rank: number };

/** What a cell names: one record, none, or more than one. */
export type Reference = { one: Named } | { none: true } | { many: true };

const clients = Prisma.sql`c.id, c.id as "clientId", c.currency, c.name, null as "startsOn", '' as "hoursShown", null as "userType"`;
const projects = Prisma.sql`p.id, p.client_id as "clientId", c.currency, p.name, p.starts_on::text as "startsOn", p.hours_shown as "hoursShown", null as "userType"`;
const people = Prisma.sql`u.id, coalesce(u.client_id::text, '') as "clientId", '' as currency, u.name, null as "startsOn", '' as "hoursShown", u.user_type::text as "userType"`;

const statements = {
  clients: (refs: string[]) => Prisma.sql`
    select r.ref, 0 as rank, ${clients} from unnest(${refs}::text[]) as r (ref)
      join import_records x on x.tenant_id = app_tenant() and x.kind = 'clients' and x.external_key = 'id:' || r.ref join clients c on c.id = x.record_id
    union select r.ref, 1, ${clients} from unnest(${refs}::text[]) as r (ref) join clients c on c.tenant_id = app_tenant() and c.name = r.ref`,
  projects: (refs: string[]) => Prisma.sql`
    select r.ref, 0 as rank, ${projects} from unnest(${refs}::text[]) as r (ref)
      join import_records x on x.tenant_id = app_tenant() and x.kind = 'projects' and x.external_key = 'id:' || r.ref
      join projects p on p.id = x.record_id join clients c on c.id = p.client_id
    union select r.ref, 1, ${projects} from unnest(${refs}::text[]) as r (ref)
      join projects p on p.tenant_id = app_tenant() and p.name = r.ref join clients c on c.id = p.client_id`,
  people: (refs: string[]) => Prisma.sql`
    select r.ref, 0 as rank, ${people} from unnest(${refs}::text[]) as r (ref)
      join import_records x on x.tenant_id = app_tenant() and x.kind = 'people' and x.external_key = 'id:' || r.ref join users u on u.id = x.record_id
    union select r.ref, 1, ${people} from unnest(${refs}::text[]) as r (ref) join users u on u.tenant_id = app_tenant() and u.email = r.ref`,
} as const;

/**
 * Resolves what the cells of a field name, all of a batch in one statement and each name once in a pass. The function that it returns looks a name
 * up; with `clientId` among the records of that client.
 */
export async function references(
  db: ReadDb,
  pass: Pass,
  kind: keyof typeof statements,
  rows: readonly SourceRow[],
  field: FieldName,
): Promise<(ref: string, clientId?: string | null) => Reference> {
  const found = remembered(pass, `references ${kind}`, () => new Map<string, Candidate[]>());
  const canonical = (ref: string) => (kind === 'people' ? canonicalAddress(ref) : ref);
  const named = rows.flatMap((row) => textOf(row, field) ?? []);
  const wanted = [...new Set(named.map(canonical))].filter((ref) => !found.has(ref));
  if (wanted.length > 0) {
    for (const ref of wanted) found.set(ref, []);
    const rows = await db.$queryRaw<Candidate[]>(statements[kind](wanted));
    for (const row of rows) found.get(row.ref)?.push(row);
  }
  return (ref, clientId = null) => {
    const all = (found.get(canonical(ref)) ?? []).filter((one) => clientId === null || one.clientId === clientId);
    const best = all.filter(({ rank }) => rank === Math.min(...all.map((one) => one.rank)));
    const [one, ...others] = best.filter(({ id }, at) => best.findIndex((other) => other.id === id) === at);
    return !one ? { none: true } : others.length > 0 ? { many: true } : { one };
  };
}
