import { describe, expect, it } from 'vitest';
import { POST } from '@/app/api/admin/ledger/route';
import { verifyLedgers } from '@/scripts/ledger/verify';
import { testDatabase } from '@/tests/support/database/database';
import { testSecret } from '@/tests/support/database/global-setup';
import { createPayment } from '@/tests/support/factories/money';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import { tampered } from '@/tests/support/fixtures/tampering';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { runScript } from '@/tests/support/processes/script';

const { owner, ownerUrl, appUrl } = await testDatabase();
const { id: tenantId, admin, addClient } = await createTestTenant(owner);
const party = await addClient();
const neighbour = await addClient('Rao villa');
const elsewhere = await createTestTenant(owner);
const invoices = invoicesOf(admin.token);

const byHand = (partyId: string, credit: string) =>
  call(POST, {
    token: admin.token,
    body: { party_id: partyId, entry_type: 'adjustment', credit, entry_on: '2026-03-01', description: 'Ärger, 5:x,' },
  });

for (const amount of ['10', '20.50', '3'])
  await invoices.issued({ client_id: party, lines: [line({ unit_price: amount })] }, { issued_on: '2026-03-02' });
await byHand(party, '7');
await byHand(party, '1');
await byHand(neighbour, '5');
const voided = await invoices.issued({ client_id: neighbour, lines: [line()] });
await invoices.cancel(voided.id);

const lines: string[] = [];
const verify = async () => {
  lines.length = 0;
  const code = await verifyLedgers((text) => lines.push(text));
  return { code, text: lines.join('\n') };
};

const entryAt = async (number: number, partyId = party) =>
  (
    await owner.query<{ id: string }>('select id from ledger_entries where party_id = $1 and posting_number = $2', [
      partyId,
      number,
    ])
  ).rows[0]?.id ?? '';

describe('an untouched ledger', () => {
  it('holds, and the business learns when', async () => {
    expect(await verify()).toEqual({ code: 0, text: 'The ledger holds: 8 entries of 2 accounts in 2 businesses.' });
    const { rows } = await owner.query(
      'select posting_number, fault, held_at is not null as held from ledger_checks where party_id = $1',
      [party],
    );
    expect(rows).toEqual([{ posting_number: 5, fault: null, held: true }]);
  });
});

/** One byte, bit or unit more, by the type of a column. */
const nudged: Record<string, (column: string) => string> = {
  uuid: (column) =>
    `(left(${column}::text, 35) || case right(${column}::text, 1) when '0' then '1' else '0' end)::uuid`,
  text: (column) => `coalesce(${column} || '.', '.')`,
  bpchar: () => `'USD'`,
  date: (column) => `${column} + 1`,
  int4: (column) => `${column} + 100`,
  int8: (column) => `${column} + 1`,
  timestamptz: (column) => `${column} + interval '1 millisecond'`,
  bytea: (column) => `set_byte(${column}, 31, get_byte(${column}, 31) # 1)`,
  ledger_entry_type: (column) =>
    `case ${column} when 'adjustment' then 'refund' else 'adjustment' end::ledger_entry_type`,
};
const missing = `'01900000-0000-7000-8000-00000000000a'::uuid`;
const columns = (
  await owner.query<{ name: string; type: string }>(
    `select column_name as name, udt_name as type from information_schema.columns where table_name = 'ledger_entries' order by 1`,
  )
).rows.filter(({ name }) => name !== 'party_type'); // it has one value

describe('one byte changed by the owner with triggers off is found', () => {
  it.each(columns)('in $name', async ({ name, type }) => {
    const change = nudged[type]?.(name) ?? '';
    const to = type === 'uuid' ? `coalesce(${change}, ${missing})` : change;
    for (const number of [2, 4, 5]) {
      const id = await entryAt(number);
      await owner.query('alter table ledger_entries drop constraint if exists ledger_entries_sides');
      const found = await tampered(owner, `update ledger_entries set ${name} = ${to} where id = $1`, [id], verify);
      expect(found.code).toBe(1);
      expect(found.text).toContain(`Okafor residence (${party})`);
      if (!['id', 'tenant_id', 'party_id'].includes(name) || number === 2)
        expect(found.text).toMatch(/entry [-0-9a-f]{36}: /);
    }
    expect((await verify()).code).toBe(0);
  });
});

describe('what chains of hashes alone do not show is found', () => {
  it('the last entry removed', async () => {
    const { text } = await tampered(owner, 'delete from ledger_entries where id = $1', [await entryAt(5)], verify);
    expect(text).toContain('Entries were removed: there were 5, and there are 4.');
  });

  it('an entry from the middle removed', async () => {
    const { text } = await tampered(owner, 'delete from ledger_entries where id = $1', [await entryAt(3)], verify);
    expect(text).toContain('Entry 3 is missing: entry 4 follows the one before it.');
  });

  it('an account written anew with matching hashes', async () => {
    await owner.query(
      'begin; alter table ledger_entries disable trigger ledger_entries_append_only; create table kept as select * from ledger_entries',
    );
    await owner.query(`delete from ledger_entries where party_id = $1`, [party]);
    await owner.query(
      `insert into ledger_entries select * from kept where party_id = $1 and posting_number < 4 order by posting_number`,
      [party],
    );
    await owner.query(
      `insert into ledger_entries (id, tenant_id, party_id, entry_type, entry_on, description, credit_minor, currency, created_by_id, created_by_name, created_at)
      select id, tenant_id, party_id, entry_type, entry_on, description, credit_minor + 1, currency, created_by_id, created_by_name, created_at from kept where party_id = $1 and posting_number > 3 order by posting_number`,
      [party],
    );
    await owner.query('commit');
    expect((await verify()).text).toContain('Entry 5 was written anew since the account was last found in order.');
    await owner.query(`begin; delete from ledger_entries where party_id = '${party}'; insert into ledger_entries select * from kept where party_id = '${party}' order by posting_number;
      drop table kept; alter table ledger_entries enable always trigger ledger_entries_append_only; commit`);
    expect((await verify()).code).toBe(0);
  });

  const changed = (sql: string, values: unknown[]) => async () => {
    await owner.query('begin; set local session_replication_role = replica; alter table invoices disable trigger all');
    await owner.query(sql, values);
    await owner.query(
      'alter table invoices enable trigger all; alter table invoices enable always trigger invoices_keep_issued; commit',
    );
    return (await verify()).text;
  };

  it('a total of an invoice that was not posted', async () => {
    const add = changed(
      'update invoices set total_minor = total_minor + 1, net_minor = net_minor + 1 where number = $1 and tenant_id = $2',
      ['2026-0002', tenantId],
    );
    const take = changed(
      'update invoices set total_minor = total_minor - 1, net_minor = net_minor - 1 where number = $1 and tenant_id = $2',
      ['2026-0002', tenantId],
    );
    expect(await add()).toContain('The invoices come to 33.51; what was posted for them comes to 33.50.');
    expect(await take()).toContain('holds');
  });

  it('an amount paid that nobody paid', async () => {
    const pay = (by: number) =>
      changed('update invoices set paid_minor = paid_minor + $3 where number = $1 and tenant_id = $2', [
        '2026-0002',
        tenantId,
        by,
      ]);
    expect(await pay(1)()).toContain('What is paid and credited of invoice 2026-0002 is not');
    expect(await pay(-1)()).toContain('holds');
  });

  it('a number that was skipped, or counted and not used', async () => {
    const number = (from: number, to: number) =>
      changed('update invoices set sequence = $2 where sequence = $1 and tenant_id = $3', [from, to, tenantId]);
    expect(await number(2, 9)()).toContain('series invoice/2026: a number is missing.');
    expect(await number(9, 2)()).toContain('holds');
    await owner.query('update number_sequences set value = value + 1 where tenant_id = $1', [tenantId]);
    expect((await verify()).text).toContain('series invoice/2026: its counter and its last number differ.');
    await owner.query('update number_sequences set value = value - 1 where tenant_id = $1', [tenantId]);
  });

  it('a payment without its entry, and an entry moved to another business', async () => {
    const payment = await createPayment(owner, { tenantId, clientId: neighbour, currency: 'EUR' }, admin);
    expect((await verify()).text).toContain('The payments come to -50.00; what was posted for them comes to 0.00.');
    await owner.query('delete from payments where id = $1', [payment.id]);
    await owner.query('delete from ledger_checks where party_id = $1', [party]);
    const { text } = await tampered(
      owner,
      'update ledger_entries set tenant_id = $1 where id = $2',
      [elsewhere.id, await entryAt(5)],
      verify,
    );
    expect(text).toMatch(/entry [-0-9a-f]{36}: it stands on no account of the business/);
  });
});

describe('npm run verify-ledger', () => {
  it('prints the first break with its account and entry and ends with 1, and with 0 where all holds', async () => {
    const variables = { DATABASE_URL: ownerUrl, ORIEL_APP_DATABASE_URL: appUrl, ORIEL_SECRET: testSecret };
    const script = () => runScript('scripts/verify-ledger.ts', [], variables);
    expect(await script()).toEqual({ code: 0, output: expect.stringContaining('The ledger holds: 8 entries') });
    const id = await entryAt(2);
    const { code, output } = await tampered(
      owner,
      'update ledger_entries set debit_minor = 1 where id = $1',
      [id],
      script,
    );
    // The proof of the trails follows.
    expect([code, output.split('\n')[0]]).toEqual([
      1,
      `Test business (${tenantId}), Okafor residence (${party}): entry ${id}: Entry 2 is not as it was posted: its hash does not match.`,
    ]);
  });
});
