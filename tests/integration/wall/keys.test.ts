import { describe, expect, test } from 'vitest';
import { undone } from '@/tests/integration/wall/acting-as';
import { seedFixedWorld } from '@/tests/integration/wall/fixed-world';
import { clientColumn, everyKey, joins, type Key, tenantColumn } from '@/tests/integration/wall/keys';
import { freshCopy } from '@/tests/integration/wall/near-misses';
import { testDatabase } from '@/tests/support/database/database';
import { type AnyRow, fieldName, generated, sqlName, type TableName } from '@/tests/support/wall/world';

const { owner } = await testDatabase();
const world = await seedFixedWorld(owner);
const keys = await everyKey(owner);

const withoutTenant: Partial<Record<TableName, string>> = {
  credentials: 'belong to a person, and an operator has no tenant',
  sessions: 'belong to a person, and an operator has no tenant',
  api_tokens: 'belong to a person, and an operator has no tenant',
  user_links: 'belong to a person, and an operator has no tenant',
  idempotency_keys: 'belong to a person, and an operator has no tenant',
  security_notices: 'belong to a person, and an operator has no tenant',
};
const tenantKeys = keys.filter(({ child }) => !(child in withoutTenant));

/** Columns that reference a row without a foreign key, each with its reason. */
const unheld: Record<string, string> = {
  'search_entries.recordId': 'names a record of any kind, and goes with it by its trigger',
  'search_entries.scopeId': 'names a tenant, a client or a person',
  'security_notices.byId': 'an operator of the platform or an admin; a note, not a right',
  'audit_entries.tenantId': 'the trail outlives what it speaks of',
  'audit_links.tenantId': 'the chain of the trail, which outlives what it speaks of',
  'audit_checks.tenantId': 'what a proof found of that chain',
  'audit_entries.actorId': 'the trail outlives what it speaks of',
  'audit_entries.recordId': 'the trail outlives what it speaks of',
  'clock_marks.recordId': 'names a record of any kind',
  'notifications.clientId': 'the client at its time, whom the person may have left',
  'notifications.projectId': 'leads to a page, as its record does',
  'phase_date_changes.phaseId': 'the history outlives a phase that is removed',
  'mails.userId': 'without a tenant it is an operator of the platform, else the key holds',
  'import_records.recordId': 'names a record of any kind',
  'notifications.recordId': 'names a record of any kind',
  'time_entries.shownClientId': 'generated from the client of the row',
  'openings.recordId': 'names a record of any kind',
  'guest_visits.recordId': 'names a record of any kind, for the log of a pass',
  'ticket_topics.recordId': 'names a record of any kind',
  'user_links.createdById': 'an operator of the platform or an admin; a note, not a right',
};

describe('a key between rows of a business', () => {
  test.each(tenantKeys)('$name says that both are of the same business', (key) => {
    expect(joins(key, tenantColumn(key.child), tenantColumn(key.parent))).toBe(true);
  });

  test('says that both are of the same client, where both have one', async () => {
    const has = new Set(await columns());
    const ofClient = (table: TableName) => has.has(`${table}.${clientColumn(table)}`) && table !== 'users';
    const loose = tenantKeys
      .filter(({ child, parent }) => ofClient(child) && ofClient(parent))
      .filter((key) => !joins(key, clientColumn(key.child), clientColumn(key.parent)));
    // All reference a version through its document, and another key ties the document to the client.
    expect(loose.map(({ name }) => name).sort()).toEqual([
      'document_downloads_tenant_id_document_id_version_id_fkey',
      'document_pictures_tenant_id_document_id_version_id_fkey',
      'documents_tenant_id_id_published_version_id_fkey',
    ]);
  });

  test('holds every column that names another row', async () => {
    const held = new Set(
      keys.flatMap(({ child, pairs, always }) => pairs.map(([of]) => `${child}.${of}${always ? '' : '?'}`)),
    );
    const nullable = new Set(await columns('and not attnotnull'));
    const naming = (await columns()).filter((column) => /Id$/.test(column));
    const loose = naming.filter((column) => !held.has(column) && !(nullable.has(column) && held.has(`${column}?`)));
    expect(loose.sort()).toEqual(Object.keys(unheld).sort());
  });
});

describe('no row hangs under what is not its own, whoever writes it', () => {
  test.each(tenantKeys.filter(({ parent }) => parent !== 'tenants'))(
    "$name refuses another business's row",
    async (key) => {
      const [row, other] = pair(
        key,
        (child, parent) => parent[tenantColumn(key.parent)] !== child[tenantColumn(key.child)],
      );
      expect(await hang(key, row, other, [tenantColumn(key.child)])).toBe('23503');
    },
  );

  const ofClient = tenantKeys.filter(
    (key) => key.parent !== 'clients' && joins(key, clientColumn(key.child), clientColumn(key.parent)),
  );
  test.each(ofClient)("$name refuses another client's row", async (key) => {
    const [tenant, client] = [tenantColumn(key.child), clientColumn(key.child)];
    const [row, other] = pair(
      key,
      (child, parent) =>
        parent[tenantColumn(key.parent)] === child[tenant] && parent[clientColumn(key.parent)] !== child[client],
    );
    expect(await hang(key, row, other, [tenant, client])).toBe('23503');
  });
});

/** A row with a parent, and a row that must not become its parent; one without children where possible. */
function pair({ child, parent, pairs }: Key, foreign: (child: AnyRow, parent: AnyRow) => boolean): [AnyRow, AnyRow] {
  const [children, parents]: (readonly AnyRow[])[] = [world[child], world[parent]];
  const [of, to] = pairs.at(-1) ?? ['', ''];
  const hanging = children?.filter((one) => pairs.every(([name]) => one[name] !== null)) ?? [];
  const found = hanging.flatMap((row) => {
    const strangers =
      parents?.filter((one) => foreign(row, one) && pairs.every(([, name]) => one[name] !== null)) ?? [];
    const other = strangers.find((one) => !children?.some((taken) => taken[of] === one[to])) ?? strangers[0];
    return other ? [{ row, other }] : [];
  });
  const { row, other } = found[0] ?? {};
  if (!row || !other) throw new Error(`The fixed world has no rows for ${child} and ${parent}`);
  return [row, other];
}

/** Tries another parent for a row, keeping its `kept` tenant and client columns. Returns PostgreSQL's error code. */
function hang({ child, pairs }: Key, row: AnyRow, parent: AnyRow, kept: string[]): Promise<string> {
  const moved = Object.fromEntries(
    pairs.filter(([of]) => of !== 'id' && !kept.includes(of)).map(([of, to]) => [of, parent[to]]),
  );
  // A new document cannot have a published version yet, so that key is tried by updating a published document.
  const [sql, values] =
    'publishedVersionId' in moved
      ? change(child, row, moved)
      : insertion(child, { ...freshCopy(world, child, row), ...moved });
  return undone(owner, () =>
    owner.query(sql, values).then(
      () => 'it may',
      (error: { code?: string }) => String(error.code),
    ),
  );
}

function change(table: TableName, row: AnyRow, moved: AnyRow): [string, unknown[]] {
  const sets = Object.keys(moved).map((name, index) => `${sqlName(name)} = $${index + 2}`);
  return [`update ${table} set ${sets.join(', ')} where id = $1`, [row.id, ...Object.values(moved)]];
}

function insertion(table: TableName, row: AnyRow): [string, unknown[]] {
  const names = Object.keys(row).filter((name) => !generated.includes(name));
  const places = names.map((_, index) => `$${index + 1}`).join(', ');
  const values = names.map((name) => row[name]);
  return [`insert into ${table} (${names.map(sqlName).join(', ')}) values (${places})`, values];
}

async function columns(where = ''): Promise<string[]> {
  const { rows } = await owner.query<{ table: string; column: string }>(
    `select attrelid::regclass::text as table, attname as column from pg_attribute join pg_class c on c.oid = attrelid
     where c.relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '_prisma_migrations' and attnum > 0 and not attisdropped ${where}`,
  );
  return rows.map(({ table, column }) => `${table}.${fieldName(column)}`);
}
