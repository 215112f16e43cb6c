import { expect, it } from 'vitest';
import { writeTenants } from '@/tests/bench/tenants';
import { measureWrites } from '@/tests/bench/writes';
import { testDatabase } from '@/tests/support/database/database';

const { owner, ownerUrl } = await testDatabase();

/** How many times the bare transaction each takes: docs/performance.md. */
const reached: Record<string, number> = { 'open a project': 3.6, 'publish a document': 4.3, 'share 200 photos': 2.5 };

// Both ways write the same rows by the same database, so that other work slows both; the median leaves out the pauses of one.
it('a command takes little more than is known', async () => {
  await writeTenants(owner, ['small']);
  const lines = await measureWrites(owner, ownerUrl, 20);
  console.log(lines.map(({ name, ratio }) => `${name}: ${ratio.toFixed(1)} times`).join(', '));
  expect(lines.map(({ name }) => name)).toEqual(Object.keys(reached));
  for (const { name, ratio } of lines) expect(ratio, name).toBeLessThan((reached[name] ?? 0) * 1.7);
}, 60_000);
