import { describe, expect, test } from 'vitest';
import { actingAs, everybody, undone } from '@/tests/integration/wall/acting-as';
import { seedFixedWorld } from '@/tests/integration/wall/fixed-world';
import { readDifferences } from '@/tests/integration/wall/seeing';
import { addingDifferences, changingDifferences, removingDifferences } from '@/tests/integration/wall/writing';
import { testDatabase } from '@/tests/support/database/database';
import type { Me } from '@/tests/support/wall/subject';
import { type TableName, tables, type World } from '@/tests/support/wall/world';

const { owner } = await testDatabase();
const world = await seedFixedWorld(owner);
const people = everybody(world);

type Check = (owner: typeof import('pg').Client.prototype, world: World, me: Me, table: TableName) => Promise<string[]>;

const checks: [action: string, check: Check][] = [
  ['sees exactly the rows they may see', readDifferences],
  ['adds exactly the rows they may add', addingDifferences],
  ['changes exactly the rows they may change, into what they may become', changingDifferences],
  ['removes exactly the rows they may remove', removingDifferences],
];

describe.each(checks)('everybody %s', (_, check) => {
  test.each(tables)('in %s', async (table) => {
    const differences = await undone(owner, async () => {
      const found: string[] = [];
      for (const me of people) found.push(...(await actingAs(owner, me, () => check(owner, world, me, table))));
      return found;
    });
    expect(differences).toEqual([]);
  });
});
