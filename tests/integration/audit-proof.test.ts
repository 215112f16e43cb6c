import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { checkTrail } from '@/lib/audit/proof/commands';
import { jobActor } from '@/lib/authz/job';
import { proveArchives } from '@/lib/trail-archives/queries';
import { verifyTrails } from '@/scripts/audit/verify';
import { testDatabase } from '@/tests/support/database/database';
import { testSecret } from '@/tests/support/database/global-setup';
import { tampered } from '@/tests/support/fixtures/tampering';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { runScript } from '@/tests/support/processes/script';

const { owner, ownerUrl, appUrl } = await testDatabase();
const { id: tenantId } = await createTestTenant(owner);

/** Adds lines by one statement, as one command does, and returns their ids in order. */
async function added(count: number, tenant: string | null = tenantId): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into audit_entries (id, tenant_id, actor_id, actor_name, actor_type, action, record_type, record_id, detail, via, ip, user_agent)
     select gen_random_uuid(), $1, gen_random_uuid(), 'Zoë, 5:x,', 'admin', 'document.published', 'document', gen_random_uuid(),
       '{"title": "Plan ü", "pages": 1.50}', '{"kind": "session"}', '192.0.2.1', 'Mozilla'
     from generate_series(1, $2) returning id`,
    [tenant, count],
  );
  return rows.map(({ id }) => id).sort();
}

const single = [await added(1), await added(1)].flat();
const many = await added(3);
await added(1, null);

const verify = async () => {
  const printed: string[] = [];
  const code = await verifyTrails((line) => printed.push(line));
  return { code, text: printed.join('\n') };
};
const change = (sql: string, values: unknown[], table: 'audit_entries' | 'audit_links' = 'audit_entries') =>
  tampered(owner, sql, values, verify, table);

describe('an untouched trail', () => {
  it('holds, link by statement, and keeps where', async () => {
    expect((await verify()).text).toMatch(
      /^The audit trail holds: \d+ entries in \d+ links of 1 businesses and the platform\.$/,
    );
    const { rows } = await owner.query(
      `select l.position, cardinality(entry_ids) as lines, c.position as held from audit_links l
       join audit_checks c using (tenant_id) where tenant_id = $1 order by 1 desc limit 3`,
      [tenantId],
    );
    const held = rows[0]?.position;
    expect(rows.map((row) => [row.lines, held - row.position, row.held])).toEqual([
      [3, 0, held],
      [1, 1, held],
      [1, 2, held],
    ]);
  });

  it('gives statements of parallel transactions places of their own', async () => {
    const tenant = await createTestTenant(owner);
    await Promise.all(Array.from({ length: 20 }, () => added(2, tenant.id)));
    const outcome = await checkTrail(jobActor('test', tenant.id), proveArchives);
    expect(outcome.break).toBeNull();
  });
});

/** One byte, bit or unit more, by the type of a column. */
const nudged: Record<string, (column: string) => string> = {
  uuid: (column) =>
    `(left(${column}::text, 35) || case right(${column}::text, 1) when '0' then '1' else '0' end)::uuid`,
  text: (column) => `${column} || '.'`,
  jsonb: (column) => `${column} || '{"pages": 1.5}'`,
  timestamptz: (column) => `${column} + interval '1 millisecond'`,
  user_type: () => `'staff'`,
};
const columns = (
  await owner.query<{ name: string; type: string }>(
    `select column_name as name, udt_name as type from information_schema.columns where table_name = 'audit_entries' order by 1`,
  )
).rows;

describe('one byte changed by the owner with triggers off is found and named', () => {
  it.each(columns)('in $name', async ({ name, type }) => {
    for (const id of [single[0], many[1]]) {
      const value = nudged[type]?.(name) ?? '';
      const found = await change(`update audit_entries set ${name} = ${value} where id = $1`, [id]);
      expect(found.code).toBe(1);
      expect(found.text).toContain(id);
    }
    expect((await verify()).code).toBe(0);
  });
});

describe('what was removed, added or written anew is found and named', () => {
  it('a line removed', async () => {
    const { text } = await change('delete from audit_entries where id = $1', [many[2]]);
    expect(text).toContain(`Entry ${many[2]} was removed.`);
  });

  it('a line added past the chain', async () => {
    const { text } = await change(
      `insert into audit_entries (id, tenant_id, action) values ('01900000-0000-7000-8000-00000000000a', $1, 'document.published')`,
      [tenantId],
    );
    expect(text).toContain('Entry 01900000-0000-7000-8000-00000000000a was added past the chain.');
  });

  it('a link removed from the middle, and from the end', async () => {
    const last = 'select max(position) from audit_links where tenant_id = $1';
    const middle = await change(
      `delete from audit_links where tenant_id = $1 and position = (${last}) - 1`,
      [tenantId],
      'audit_links',
    );
    expect(middle.text).toMatch(/Link (\d+) of the chain is missing: link \d+ follows the one before it\./);
    const end = await change(
      `delete from audit_links where tenant_id = $1 and position = (${last})`,
      [tenantId],
      'audit_links',
    );
    expect(end.text).toMatch(/The end of the chain was removed: there were \d+ links, and there are \d+\./);
  });

  it('a digest, a hash, and a chain with matching hashes', async () => {
    const forged = await change(
      `update audit_links set digests = sha256('x') where entry_ids = array[$1::uuid]`,
      [single[0]],
      'audit_links',
    );
    expect(forged.text).toContain(`Entry ${single[0]} is not as it was written`);
    const hash = await change(
      `update audit_links set hash = sha256('x') where entry_ids = array[$1::uuid]`,
      [single[0]],
      'audit_links',
    );
    expect(hash.text).toMatch(/Link \d+ of the chain is not as it was written: its hash does not match\./);
    await owner.query(`update audit_checks set hash = sha256('x') where tenant_id = $1`, [tenantId]);
    expect((await verify()).text).toMatch(
      /Link \d+ of the chain was written anew since the trail was last found in order\./,
    );
    await owner.query('delete from audit_checks where tenant_id = $1', [tenantId]);
  });

  it('and the business reads it above its trail', async () => {
    const fault = () => owner.query('select fault from audit_checks where tenant_id = $1', [tenantId]);
    expect((await verify()).code).toBe(0);
    expect((await fault()).rows).toEqual([{ fault: null }]);
    await change('delete from audit_entries where id = $1', [many[0]]);
    expect((await fault()).rows[0]?.fault).toMatchObject({ kind: 'removed', entryId: many[0] });
  });
});

describe('lines from before there were links', () => {
  it('get theirs by the migration, 200 to a link', async () => {
    await added(450);
    const migration = await readFile('prisma/migrations/20261202170000_audit_chain/migration.sql', 'utf8');
    const [block = ''] = migration.match(/^do \$\$[\s\S]+?^end \$\$;/m) ?? [];
    const outcome = await tampered(
      owner,
      'delete from audit_links',
      [],
      async () => {
        await owner.query('delete from audit_checks');
        await owner.query(block);
        const { rows } = await owner.query(
          'select position, cardinality(entry_ids) as lines from audit_links where tenant_id = $1 order by position limit 2',
          [tenantId],
        );
        return { rows, ...(await verify()) };
      },
      'audit_links',
    );
    expect(outcome.rows.map(({ position, lines }) => [position, lines])).toEqual([
      [1, 200],
      [2, 200],
    ]);
    expect(outcome.text).toContain('The audit trail holds');
    await owner.query('delete from audit_checks');
  });
});

describe('links', () => {
  it.each(['update audit_links set hash = null, position = null', 'delete from audit_links', 'truncate audit_links'])(
    'are append-only: %s',
    async (sql) => {
      await expect(owner.query(sql)).rejects.toThrow('append-only');
    },
  );
});

describe('npm run verify-ledger', () => {
  it('proves the trails too', async () => {
    const variables = { DATABASE_URL: ownerUrl, ORIEL_APP_DATABASE_URL: appUrl, ORIEL_SECRET: testSecret };
    const script = () => runScript('scripts/verify-ledger.ts', [], variables);
    expect(await script()).toEqual({ code: 0, output: expect.stringContaining('The audit trail holds:') });
    const found = await tampered(
      owner,
      `update audit_entries set ip = '' where id = $1`,
      [many[0]],
      script,
      'audit_entries',
    );
    expect([found.code, found.output]).toEqual([
      1,
      expect.stringContaining(`Entry ${many[0]} is not as it was written`),
    ]);
  });
});
