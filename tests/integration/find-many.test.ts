import { expect, test } from 'vitest';
import { read } from '@/lib/authz/scope';
import { searchRecords } from '@/lib/search/queries';
import { teamKinds } from '@/lib/search/schemas';
import { questions, writeSearchable } from '@/tests/bench/searchable';
import { testDatabase } from '@/tests/support/database/database';
import { adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

/** `npm run test:long` takes more; the measurement of a million is in decision 84. */
const rows = Number(process.env.ORIEL_SEARCH_ROWS ?? 20_000);
await writeSearchable(owner, 'few', 1_000);
await writeSearchable(owner, 'many', rows);

/** The pages of the database that the search of a question touches: unlike a time, the same on a busy machine. */
async function pagesOf(name: string, question: string): Promise<number> {
  const { tenantId, userId } = await adminActor(owner, `admin@${name}.example`);
  await owner.query('begin');
  await owner.query(
    `select set_config('role', 'oriel_admin', true), set_config('app.user_id', $1, true), set_config('app.tenant_id', $2, true), set_config('app.client_id', '', true)`,
    [userId, tenantId],
  );
  const counted = async () => {
    const { rows: plans } = await owner.query(
      `explain (analyze, buffers, format json) select * from search_found($1, $2, 20)`
        .replace('$1', `'${question}'`)
        .replace('$2', `'{${teamKinds.join()}}'`),
    );
    const { 'Shared Hit Blocks': hit, 'Shared Read Blocks': fetched } = plans[0]['QUERY PLAN'][0].Plan;
    return hit + fetched;
  };
  await counted(); // plans are made once per connection
  const pages = await counted();
  await owner.query('rollback');
  return pages;
}

test.each(Object.entries(questions))(
  '%s costs a large tenant little more than a small one',
  async (_, question) => {
    const [few, many] = [await pagesOf('few', question), await pagesOf('many', question)];
    // The small one has all in its newest entries; a kind of the large one may add as many from the index, at a page or two each.
    expect(many).toBeLessThanOrEqual(few * 1.5 + 1_000);
  },
  60_000,
);

test('a word of one record is found among many', async () => {
  const actor = await adminActor(owner, 'admin@many.example');
  const { data } = await read(actor, (db) => searchRecords(db, { q: 'needle common', limit: 50 }, actor));
  expect(data.length).toBeLessThanOrEqual(1);
  const found = await read(actor, (db) => searchRecords(db, { q: 'needle', limit: 50 }, actor));
  expect(found.data.map(({ type }) => type)).toEqual(['document']);
});
