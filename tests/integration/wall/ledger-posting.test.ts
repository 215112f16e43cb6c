import { describe, expect, test } from 'vitest';
import { write } from '@/lib/authz/scope';
import { LedgerEntryType } from '@/lib/db/generated/enums';
import { undone } from '@/tests/integration/wall/acting-as';
import { testDatabase } from '@/tests/support/database/database';
import { createAdmin, createClient, createTenant } from '@/tests/support/factories/identity';
import { createLedgerEntry } from '@/tests/support/factories/money';
import { adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
const tenant = await createTenant(owner);
const admin = await createAdmin(owner, tenant);

type Posting = { number: number; moved: number; balance: number };

async function postings(partyId: string): Promise<Posting[]> {
  const { rows } = await owner.query<Posting>(
    `select posting_number as number, (credit_minor - debit_minor)::int as moved, balance_after_minor::int as balance
     from ledger_entries where party_id = $1 order by posting_number`,
    [partyId],
  );
  return rows;
}

function expectUnbroken(lines: readonly Posting[], count: number): void {
  const sum = (to: number) => lines.slice(0, to).reduce((balance, { moved }) => balance + moved, 0);
  expect(lines).toEqual(lines.map(({ moved }, index) => ({ number: index + 1, moved, balance: sum(index + 1) })));
  expect(lines).toHaveLength(count);
}

describe('the account of a client is numbered 1, 2, 3 … and carries its balance on', () => {
  test('when twenty people post at the same moment', async () => {
    const client = await createClient(owner, tenant);
    const actor = await adminActor(owner, admin.email);
    const entries = Array.from({ length: 20 }, (_, index) => ({
      tenantId: tenant.id,
      partyId: client.id,
      currency: client.currency,
      entryType: index % 3 === 0 ? LedgerEntryType.payment : LedgerEntryType.invoice,
      entryOn: '2026-10-01T00:00:00Z',
      description: 'Joinery',
      ...(index % 3 === 0 ? { debitMinor: BigInt(index * 7 + 1) } : { creditMinor: BigInt(index * 11 + 1) }),
      createdById: actor.userId,
      createdByName: actor.name,
    }));
    await Promise.all(
      entries.map((data) => write(actor, (db) => db.ledgerEntry.create({ data, select: { id: true } }))),
    );
    expectUnbroken(await postings(client.id), 20);
  });

  test('when one statement posts many lines, whatever numbers they claim', async () => {
    const client = await createClient(owner, tenant);
    await createLedgerEntry(owner, client, admin, { postingNumber: 99, balanceAfterMinor: 1n });
    await owner.query(
      `insert into ledger_entries (id, tenant_id, party_id, entry_type, entry_on, description, credit_minor, currency, created_by_id, created_by_name)
       select gen_random_uuid(), tenant_id, party_id, entry_type, entry_on, description, 5 * n, currency, created_by_id, created_by_name
       from ledger_entries, generate_series(1, 9) n where party_id = $1`,
      [client.id],
    );
    expectUnbroken(await postings(client.id), 10);
  });

  test('also while a superuser replicates', async () => {
    const client = await createClient(owner, tenant);
    await undone(owner, async () => {
      await owner.query('set local session_replication_role = replica');
      for (let left = 3; left > 0; left--) await createLedgerEntry(owner, client, admin);
      expectUnbroken(await postings(client.id), 3);
    });
  });

  test('each client apart from the others', async () => {
    const [one, other] = [await createClient(owner, tenant), await createClient(owner, tenant)];
    for (const client of [one, other, one]) await createLedgerEntry(owner, client, admin);
    expectUnbroken(await postings(one.id), 2);
    expectUnbroken(await postings(other.id), 1);
  });
});
