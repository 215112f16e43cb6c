import { describe, expect, test } from 'vitest';
import { actingAs, kindOf, undone } from '@/tests/integration/wall/acting-as';
import { callDifferences, grantees, idlePrivileges, idleRights } from '@/tests/integration/wall/catalog';
import { everyRight, mayAtAll, nameOfRight, type Right, rightDifference } from '@/tests/integration/wall/granting';
import { testDatabase } from '@/tests/support/database/database';
import { type Kind, kinds, roleOf } from '@/tests/support/wall/subject';
import { whoCallsWhat } from '@/tests/support/wall/who-calls-what';
import { tables } from '@/tests/support/wall/world';

const { owner } = await testDatabase();
const rights = await everyRight(owner);
const stranger = (kind: Kind) => ({ kind, userId: null, clientId: null, tenantId: null });

/** Runs the SQL of `grant`, then `ask`, and rolls back. Call it inside a transaction. */
async function granted<T>(grant: string, ask: () => Promise<T>): Promise<T> {
  await owner.query(`savepoint granted; ${grant}`);
  try {
    return await ask();
  } finally {
    await owner.query('rollback to granted; release granted');
  }
}

/** The rights whose grant to the grantee (a role or PUBLIC) the check does not detect. */
async function unnoticed(missing: readonly Right[], grantee: string, kind: Kind): Promise<string[]> {
  const survivors: string[] = [];
  for (const right of missing) {
    const { table, privilege } = right;
    const what = 'column' in right ? `${privilege} ("${right.column}")` : privilege;
    // Generated columns call the function as the role that writes; without it they would refuse in place of the right.
    const grant = `grant ${what} on ${table} to ${grantee}; grant execute on function oriel_fold to ${grantee}`;
    const differences = await granted(grant, () =>
      actingAs(owner, stranger(kind), () => rightDifference(owner, kind, right)),
    );
    if (differences.length === 0) survivors.push(`${nameOfRight(right)} to ${grantee}`);
  }
  return survivors;
}

describe('a right that was not meant to be given is noticed', () => {
  test.each(kinds)(
    'to %s, one by one',
    async (kind) => {
      const missing = rights.filter((right) => !mayAtAll(kind, right));
      expect(missing.length).toBeGreaterThan(0);
      expect(await undone(owner, () => unnoticed(missing, roleOf[kind], kind))).toEqual([]);
    },
    60_000,
  );

  test('to everybody, one by one', async () => {
    expect(await undone(owner, () => unnoticed(rights, 'public', 'nobody'))).toEqual([]);
  }, 180_000);

  test('to look on, build on or maintain a table, to any role', async () => {
    const version = await owner.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    const known = idlePrivileges.filter(
      (privilege) => privilege !== 'MAINTAIN' || (version.rows[0]?.version ?? 0) >= 170000,
    );
    const survivors = await undone(owner, async () => {
      const found: string[] = [];
      for (const grantee of grantees)
        for (const table of tables)
          for (const privilege of known) {
            const grant = `grant ${privilege} on ${table} to ${grantee}`;
            if ((await granted(grant, () => idleRights(owner))).length === 0) found.push(grant);
          }
      return found;
    });
    expect(survivors).toEqual([]);
  }, 180_000);

  test('to call a function, to any role', async () => {
    const survivors = await undone(owner, async () => {
      const found: string[] = [];
      for (const [name, callers] of Object.entries(whoCallsWhat))
        for (const grantee of grantees) {
          const kind = kindOf(grantee);
          if (kind && callers.includes(kind)) continue;
          const grant = `grant execute on function ${name} to ${grantee}`;
          if ((await granted(grant, () => callDifferences(owner))).length === 0) found.push(grant);
        }
      return found;
    });
    expect(survivors).toEqual([]);
  });
});
