import { describe, expect, it } from 'vitest';
import { read, write } from '@/lib/authz/scope';
import { projectMoney } from '@/lib/invoices/of-project/queries';
import { cashByMonth } from '@/lib/ledger/ageing/queries';
import { cashOf } from '@/lib/ledger/ageing/rule';
import { postFromForm } from '@/lib/ledger/commands';
import { balanceCurve, relatedInvoices } from '@/lib/ledger/overview/queries';
import { checkAccount } from '@/lib/ledger/proof/commands';
import { findCheck } from '@/lib/ledger/proof/queries';
import { listEntries } from '@/lib/ledger/queries';
import { testDatabase } from '@/tests/support/database/database';
import { line } from '@/tests/support/fixtures/invoices';
import { moneyBusiness } from '@/tests/support/fixtures/payments';
import { auditOf, createTestTenant } from '@/tests/support/fixtures/tenant';
import { actorOf, adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

describe('an account on the page of the business', () => {
  it('has a curve by date, links of its entries and the cash of each month', async () => {
    const { sold, paid, credit, clientId, admin } = await moneyBusiness(owner);
    const actor = await adminActor(owner, admin.email);
    const [one, two] = [await sold('100.00'), await sold('50.00')];
    await paid({
      amount: '120',
      allocations: [
        { invoice_id: one.id, amount: '100' },
        { invoice_id: two.id, amount: '20' },
      ],
      paid_on: '2026-11-05',
    });
    await credit({ invoice_id: two.id, lines: [line({ unit_price: '30.00' })], issued_on: '2026-11-06' });
    const seen = await read(actor, async (db) => {
      const { data } = await listEntries(db, clientId, { limit: 50 });
      return {
        data,
        curve: await balanceCurve(db, clientId),
        related: await relatedInvoices(db, data),
        cash: await cashByMonth(db, '2026-11-30'),
      };
    });
    expect(seen.curve).toEqual([
      { on: '2026-11-01', balance: 15_000n },
      { on: '2026-11-05', balance: 3_000n },
      { on: '2026-11-06', balance: 0n },
    ]);
    const numbers = seen.data.map(({ id }) =>
      seen.related.filter(({ entryId }) => entryId === id).map(({ number }) => number),
    );
    expect(numbers).toEqual([[two.number], [one.number, two.number], [two.number], [one.number]]);
    expect(seen.cash).toEqual([{ currency: 'EUR', month: '2026-11', minor: 12_000n }]);
    const [chart] = cashOf(seen.cash, '2026-01-31');
    expect([chart?.months[0]?.month, chart?.months.at(-1)?.month, chart?.months.length]).toEqual([
      '2025-02',
      '2026-01',
      12,
    ]);
  });

  it('thins a curve of many days to months', async () => {
    const { admin, addClient } = await createTestTenant(owner);
    const actor = await adminActor(owner, admin.email);
    const party = await addClient();
    await owner.query(
      `insert into ledger_entries (id, tenant_id, party_id, entry_type, entry_on, description, credit_minor, currency, created_by_id, created_by_name)
       select gen_random_uuid(), $1, $2, 'invoice', '2026-01-01'::date + n, 'Entry', 1, 'EUR', $3, 'A' from generate_series(0, 99) n`,
      [actor.tenantId, party, actor.userId],
    );
    expect(await read(actor, (db) => balanceCurve(db, party))).toEqual([
      { on: '2026-01-31', balance: 31n },
      { on: '2026-02-28', balance: 59n },
      { on: '2026-03-31', balance: 90n },
      { on: '2026-04-10', balance: 100n },
    ]);
  });

  it('is posted to by a form with one amount, whose errors stand on it', async () => {
    const { admin, addClient } = await createTestTenant(owner);
    const actor = await adminActor(owner, admin.email);
    const partyId = await addClient();
    const post = (kind: 'relief' | 'charge', amount: string) =>
      write(actor, (db) =>
        postFromForm(db, { partyId, kind, amount, entryOn: '2026-11-01', description: 'By hand' }, actor),
      );
    expect(await post('charge', '10.50')).toMatchObject({
      entryType: 'adjustment',
      creditMinor: 1_050n,
      balanceMinor: 1_050n,
    });
    expect(await post('relief', '0.50')).toMatchObject({
      entryType: 'adjustment',
      debitMinor: 50n,
      balanceMinor: 1_000n,
    });
    for (const amount of ['0', '-1', '1.001', '100000000000000'])
      await expect(post('relief', amount)).rejects.toMatchObject({
        code: 'VALIDATION',
        fields: { amount: [expect.anything()] },
      });
    await expect(post('charge', '0')).rejects.toMatchObject({ fields: { amount: [{ key: 'aboveZero' }] } });
  });

  it('is proven on request: the page shows when it held, and the trail who asked', async () => {
    const { sold, clientId, admin } = await moneyBusiness(owner);
    const actor = await adminActor(owner, admin.email);
    await sold();
    expect(await read(actor, (db) => findCheck(db, clientId))).toBeNull();
    await write(actor, (db) => checkAccount(db, { id: clientId }, actor));
    const held = await read(actor, (db) => findCheck(db, clientId));
    expect(held).toMatchObject({ fault: null, heldAt: expect.any(Date) });
    await owner.query(
      'begin; set local session_replication_role = replica; alter table ledger_entries disable trigger all',
    );
    await owner.query("update ledger_entries set description = 'Something else' where party_id = $1", [clientId]);
    await owner.query(
      'alter table ledger_entries enable trigger all; alter table ledger_entries enable always trigger ledger_entries_append_only; commit',
    );
    await write(actor, (db) => checkAccount(db, { id: clientId }, actor));
    expect(await read(actor, (db) => findCheck(db, clientId))).toMatchObject({
      heldAt: held?.heldAt,
      fault: { kind: 'hash', entry: 1 },
    });
    expect((await auditOf(owner, clientId)).map(({ action }) => action)).toEqual(['ledger.checked', 'ledger.checked']);
    const elsewhere = await adminActor(owner, (await createTestTenant(owner)).admin.email);
    await expect(write(elsewhere, (db) => checkAccount(db, { id: clientId }, elsewhere))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the money of a project', () => {
  it('counts issued invoices, credits and payments, for its admin and its client', async () => {
    const { invoices, clientId, addProject, addPerson, admin, paid, credit } = await moneyBusiness(owner);
    const project = await addProject(clientId);
    const person = await actorOf(owner, (await addPerson('client', clientId)).email);
    await owner.query('update projects set contract_value_minor = 100000 where id = $1', [project]);
    const ofProject = (amount: string) => ({
      client_id: clientId,
      project_id: project,
      lines: [line({ unit_price: amount })],
    });
    const one = await invoices.issued(ofProject('300'), { issued_on: '2026-11-01' });
    const gone = await invoices.issued(ofProject('80'), { issued_on: '2026-11-01' });
    await invoices.cancel(gone.id);
    await invoices.drafted(ofProject('500'));
    await paid({ amount: '100', allocations: [{ invoice_id: one.id, amount: '100' }] });
    await credit({ invoice_id: one.id, lines: [line({ unit_price: '20' })], issued_on: '2026-11-06' });
    for (const actor of [await adminActor(owner, admin.email), person])
      expect(await read(actor, (db) => projectMoney(db, project))).toEqual({
        ...{
          currency: 'EUR',
          contractMinor: 100_000n,
          invoicedMinor: 30_000n,
          creditedMinor: 2_000n,
          paidMinor: 10_000n,
        },
      });
  });
});
