import { describe, expect, test } from 'vitest';
import { actingAs, undone } from '@/tests/integration/wall/acting-as';
import { everyRight, mayAtAll, rightDifference } from '@/tests/integration/wall/granting';
import { testDatabase } from '@/tests/support/database/database';
import { type Kind, kinds } from '@/tests/support/wall/subject';
import { whoSeesWhat } from '@/tests/support/wall/who-sees-what';
import { whoWritesWhat } from '@/tests/support/wall/who-writes-what';
import { fieldName, tables } from '@/tests/support/wall/world';

const { owner } = await testDatabase();
const rights = await everyRight(owner);

describe('the oracle and the database speak of the same things', () => {
  test('every table of the database is in the oracle, and the reverse', () => {
    expect([...new Set(rights.map(({ table }) => table))].sort()).toEqual([...tables].sort());
  });

  test('every column that the oracle names exists', () => {
    const known = new Set(
      rights.flatMap((right) => ('column' in right ? [`${right.table}.${fieldName(right.column)}`] : [])),
    );
    const named = tables.flatMap((table) =>
      kinds.flatMap((kind) => {
        const actions = whoWritesWhat[table][kind];
        return [whoSeesWhat[table][kind]?.columns, actions?.adds?.columns, actions?.changes?.columns]
          .flatMap((columns) =>
            columns === undefined || columns === 'all' ? [] : 'only' in columns ? columns.only : columns.except,
          )
          .map((column) => `${table}.${column}`);
      }),
    );
    expect(named.filter((column) => !known.has(column))).toEqual([]);
  });
});

describe('a right that the oracle does not give ends in permission denied, and one that it gives does not', () => {
  test.each(kinds)('for %s, table by table and column by column', async (kind: Kind) => {
    const differences = await undone(owner, () =>
      actingAs(owner, { kind, userId: null, clientId: null, tenantId: null }, async () => {
        const found: string[] = [];
        for (const right of rights) found.push(...(await rightDifference(owner, kind, right)));
        return found;
      }),
    );
    expect(differences).toEqual([]);
  });

  test('who has taken no role may do nothing at all', () => {
    expect(rights.filter((right) => mayAtAll('nobody', right))).toEqual([]);
  });
});
