import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import { read } from '@/lib/authz/scope';
import { searchRecords } from '@/lib/search/queries';
import { clientKinds, type SearchKind, teamKinds } from '@/lib/search/schemas';
import { allowedRows } from '@/tests/integration/wall/seeing';
import { testDatabase } from '@/tests/support/database/database';
import { actorOf } from '@/tests/support/identity/actors';
import { type Choose, seedPlatform, seedTenant } from '@/tests/support/wall/random-tenant';
import { type Me, mayEnter, subjectOf } from '@/tests/support/wall/subject';
import { loadWorld, type TableName, type World } from '@/tests/support/wall/world';

const { owner } = await testDatabase();
await seedPlatform(owner);

/** The table of each kind, and a column that its search reads for everybody who sees the record. */
const sources: Record<SearchKind, [table: TableName, column: string]> = {
  client: ['clients', 'name'],
  person: ['users', 'name'],
  project: ['projects', 'description'],
  phase: ['phases', 'name'],
  document: ['documents', 'title'],
  photo: ['photos', 'caption'],
  update: ['project_updates', 'body'],
  invoice: ['invoices', 'notes'],
  credit_note: ['credit_notes', 'reason'],
  ticket: ['support_tickets', 'body'],
  message: ['ticket_messages', 'body'],
  note: ['ticket_notes', 'body'],
  time_entry: ['time_entries', 'description'],
};
const kinds = Object.keys(sources) as SearchKind[];

/** A word of letters that one record alone has. */
const wordOf = (id: string) =>
  `w${[...id.replaceAll('-', '')].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('')}`;

const allEntries = () =>
  owner.query(
    `select scope_id, kind, record_id, tenant_id, dated_at, title, words::text, slips::text from search_entries order by record_id, kind, scope_id`,
  );

async function rebuild() {
  for (const kind of kinds)
    await owner.query(`select index_records($1, array(select id from ${sources[kind][0]}))`, [kind]);
}

async function randomWorld(generate: fc.GeneratorValue): Promise<World> {
  const choose: Choose = {
    one: (choices) => generate(fc.constantFrom, ...choices),
    count: (min, max) => generate(fc.integer, { min, max }),
  };
  for (const wishes of [{}, { status: 'active' as const }]) await seedTenant(owner, choose, wishes);
  const kept = await allEntries();
  await owner.query('delete from search_entries');
  await rebuild();
  // What triggers kept, row by row, is what all rows at once give.
  expect((await allEntries()).rows).toEqual(kept.rows);
  const word = `'w' || translate(replace(id::text, '-', ''), '0123456789abcdef', 'abcdefghijklmnop')`;
  for (const [table, column] of Object.values(sources)) {
    await owner.query(`alter table ${table} disable trigger user`);
    await owner.query(`update ${table} set ${column} = ${word}`);
    await owner.query(`alter table ${table} enable trigger user`);
  }
  await rebuild();
  return loadWorld(owner);
}

/** Whether the oracle lets the person read the record, and what its search reads of it. */
function mayFind(world: World, me: Me, kind: SearchKind): Set<string> {
  const rows = (allowedRows(world, me, sources[kind][0]) ?? []) as readonly { id: string; hoursShown?: string }[];
  // Staff see themselves among the users, but find no people; a client user is not searched for by another.
  if (kind === 'person' && me.kind !== 'admin') return new Set();
  if (kind === 'client' && me.kind === 'client') return new Set();
  return new Set(
    rows
      .filter((row) => kind !== 'time_entry' || me.kind !== 'client' || row.hoursShown === 'entries')
      .map(({ id }) => id),
  );
}

test('everybody finds exactly the records that they may read, by a word that one record has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (generate) => {
      const world = await randomWorld(generate);
      let [checked, seen] = [0, 0];
      for (const user of world.users) {
        if (user.tenantId === null || !mayEnter(user, world)) continue;
        const me = subjectOf(user);
        const actor = (await actorOf(owner, user.email)) as ClientActor | TeamActor;
        const mine: readonly SearchKind[] = actor.userType === 'client' ? clientKinds : teamKinds;
        const differences: string[] = [];
        for (const kind of kinds) {
          const may = mayFind(world, me, kind);
          for (const { id } of world[sources[kind][0]] as readonly { id: string }[]) {
            const question = { q: wordOf(id), kinds: mine, limit: 50 };
            const { data, counts } = await read(actor, (db) => searchRecords(db, question, actor));
            const is = data.map((one) => `${one.type} ${one.id}`).join();
            const should = may.has(id) ? `${kind} ${id}` : '';
            checked += 1;
            if (should) seen += 1;
            if (is !== should || counts.length !== (should ? 1 : 0))
              differences.push(`${me.kind} ${user.id} asks for ${kind} ${id}: finds “${is}”`);
          }
        }
        expect(differences).toEqual([]);
      }
      expect(checked).toBeGreaterThan(200);
      expect(seen).toBeGreaterThan(50);
    }),
    { numRuns: 1, endOnFailure: true },
  );
}, 600_000);
