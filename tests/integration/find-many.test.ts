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
    // The small one has all in its newest entries; a kind of the large one may add as many from the index, at a page or two each, and
    // reads 50 entries once more to tell which of several words is the seldom one.
    const again = question.includes(' ') ? 50 * teamKinds.length : 0;
    expect(many).toBeLessThanOrEqual(few * 1.5 + 1_000 + again);
  },
  60_000,
);

test('a word of one record is found among many, alone and beside common words', async () => {
  const actor = await adminActor(owner, 'admin@many.example');
  for (const q of ['needle', 'needle common', 'common needle kitchen', 'nee com']) {
    const { data } = await read(actor, (db) => searchRecords(db, { q, limit: 50 }, actor));
    expect(data.map(({ type, match }) => [type, match])).toEqual([['document', 'title']]);
  }
});

test('a seldom word of an old record is found beside others, and not beside a common one that the record lacks', async () => {
  const actor = await adminActor(owner, 'admin@many.example');
  // The oldest of them, by a word that it alone has in its title besides; as a similar spelling it would be found in any case.
  const { rows: named } = await owner.query(
    `select d.id, d.title from documents d where tenant_id = $1 and title like '%hundredth%' order by created_at limit 1`,
    [actor.tenantId],
  );
  await owner.query(`update documents set title = title || ' zyxw' where id = $1`, [named[0].id]);
  const { data } = await read(actor, (db) => searchRecords(db, { q: 'hundredth zyxw', limit: 50 }, actor));
  expect(data.map(({ id, match }) => [id, match])).toEqual([[named[0].id, 'title']]);
  expect(await idsOf('zyxw common')).toEqual([]);
});

test('a seldom word of more records than are looked through one by one is found beside a common one', async () => {
  const actor = await adminActor(owner, 'admin@many.example');
  // The index names them in the order in which they were written: the one that has the common word comes last.
  const oldest = (having: string, count: number) =>
    owner.query<{ id: string }>(
      `update time_entries set description = description || ' quuxq' where id in (
         select id from time_entries where tenant_id = $1 and description ${having} '%common%' order by worked_on, id limit ${count})
       returning id`,
      [actor.tenantId],
    );
  await oldest('not like', 300);
  const { rows: both } = await oldest('like', 1);
  expect(await idsOf('quuxq common')).toEqual(both.map(({ id }) => id));
});

test('an old title with a word that many texts have comes before them', async () => {
  const actor = await adminActor(owner, 'admin@many.example');
  const { rows: titled } = await owner.query<{ id: string }>(
    `update project_updates set title = title || ' common'
       where id = (select id from project_updates where tenant_id = $1 order by posted_on, id limit 1) returning id`,
    [actor.tenantId],
  );
  const search = { q: 'common', kinds: ['update' as const], limit: 50 };
  const { data } = await read(actor, (db) => searchRecords(db, search, actor));
  expect(data.map(({ match }) => match).slice(0, 2)).toEqual(['title', 'text']);
  expect(data[0]?.id).toBe(titled[0]?.id);
});

async function idsOf(q: string): Promise<string[]> {
  const actor = await adminActor(owner, 'admin@many.example');
  const { data } = await read(actor, (db) => searchRecords(db, { q, limit: 50 }, actor));
  return data.filter(({ match }) => match !== 'similar').map(({ id }) => id);
}
