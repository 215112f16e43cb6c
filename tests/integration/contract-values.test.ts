import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { fromDecimal } from '@/lib/money';
import { testDatabase } from '@/tests/support/database/database';
import { createClient, createProject, createTenant } from '@/tests/support/factories/identity';

const { owner } = await testDatabase();
const migration = 'prisma/migrations/20261129130000_contract_values_in_iso_decimals/migration.sql';

test.each([
  ['HUF', 12_500_000n, '12500000.00'],
  ['IQD', 12_500_000n, '12500000.000'],
  ['EUR', 1_250_000_000n, '12500000.00'],
  ['JPY', 12_500_000n, '12500000'],
])(
  'a contract value that 0.1 stored in %s means the same amount after the migration',
  async (currency, stored, amount) => {
    const tenant = await createTenant(owner, { currency });
    const client = await createClient(owner, tenant, { currency });
    const { id } = await createProject(owner, client, { contractValueMinor: stored });
    await owner.query(await readFile(migration, 'utf8'));
    const { rows } = await owner.query('select contract_value_minor::text as minor from projects where id = $1', [id]);
    expect(BigInt(rows[0].minor)).toBe(fromDecimal(amount, currency));
    await owner.query('delete from projects where id = $1', [id]);
  },
);
