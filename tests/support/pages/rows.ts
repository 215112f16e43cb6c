import type pg from 'pg';
import { vi } from 'vitest';

/**
 * The rows of tables that the portal's transactions read while `work` runs, those that a filter then left out among them: unlike a time,
 * the same on a busy machine. The connection `except` is the test's own.
 */
export async function rowsReadBy(
  client: { prototype: { query: (...args: never[]) => unknown } },
  except: pg.Client,
  work: () => Promise<void>,
): Promise<number> {
  let rows = 0;
  const before = new WeakMap<object, number>();
  const original = client.prototype.query;
  const spy = vi.spyOn(client.prototype, 'query').mockImplementation(function (this: object, ...args: never[]) {
    const [query] = args as unknown as [string | { text: string }];
    const text = typeof query === 'string' ? query : query.text;
    const sent = () => original.apply(this as never, args);
    // PostgreSQL counts per connection what its transactions read, and forgets it once in a while between two of them.
    const readSoFar = async () => {
      const counted = (await original.call(this as never, ...([counting] as never[]))) as pg.QueryResult;
      return Number(counted.rows[0].rows);
    };
    if (this === except) return sent();
    if (text.startsWith('begin'))
      return (async () => {
        const answer = await sent();
        before.set(this, await readSoFar());
        return answer;
      })();
    if (text !== 'commit') return sent();
    return (async () => {
      rows += (await readSoFar()) - (before.get(this) ?? 0);
      return sent();
    })();
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return rows;
}

const counting = `select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) as rows from pg_stat_xact_user_tables`;
