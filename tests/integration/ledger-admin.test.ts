import { describe, expect, it } from 'vitest';
import { GET as invoicesCsv } from '@/app/api/admin/invoices/csv/route';
import { GET as ageingCsv } from '@/app/api/admin/ledger/ageing/csv/route';
import { GET as ageing } from '@/app/api/admin/ledger/ageing/route';
import { read, write } from '@/lib/authz/scope';
import { addDays, today as todayIn } from '@/lib/dates';
import { AppError } from '@/lib/errors';
import { projectMoney } from '@/lib/invoices/of-project/queries';
import { cashByMonth } from '@/lib/ledger/ageing/queries';
import { cashOf } from '@/lib/ledger/ageing/rule';
import { postFromForm } from '@/lib/ledger/commands';
import { balanceCurve, relatedInvoices } from '@/lib/ledger/overview/queries';
import { checkAccount } from '@/lib/ledger/proof/commands';
import { findCheck } from '@/lib/ledger/proof/queries';
import { listEntries } from '@/lib/ledger/queries';
import { testDatabase } from '@/tests/support/database/database';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import { moneyBusiness } from '@/tests/support/fixtures/payments';
import { auditOf, createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { actorOf, adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

const textOf = async (handler: typeof ageingCsv, token: string, query = '') => {
  const { NextRequest } = await import('next/server');
  const headers = { authorization: `Bearer ${token}` };
  return (await handler(new NextRequest(`http://localhost:3000/api/test${query}`, { headers }), {})).text();
};

describe('the ageing over all clients', () => {
  it('sums the open invoices of each client by the days since they were due, in pages, with totals per currency', async () => {
    const { admin, staff, addClient } = await createTestTenant(owner);
    const now = todayIn('UTC');
    const [one, two, none] = [await addClient('Berg'), await addClient('=Alm'), await addClient('Null')];
    const invoices = invoicesOf(admin.token);
    const due = (client_id: string, amount: string, days: number) =>
      invoices.issued(
        { client_id, lines: [line({ unit_price: amount })] },
        { issued_on: addDays(now, -days - 10), due_on: addDays(now, -days) },
      );
    for (const [days, amount] of [
      [-5, '1'],
      [0, '2'],
      [1, '10'],
      [30, '20'],
      [31, '100'],
      [61, '1000'],
      [91, '10000'],
    ] as const)
      await due(one, amount, days);
    await due(two, '5', 3);
    const zero = await due(none, '7', 3);
    await invoices.cancel(zero.id);

    const first = await call(ageing, { token: admin.token, query: '?limit=1' });
    expect(first.body.data).toEqual([
      {
        client_id: two,
        client_name: '=Alm',
        currency: 'EUR',
        current: '0.00',
        days_1_30: '5.00',
        days_31_60: '0.00',
        days_61_90: '0.00',
        days_over_90: '0.00',
        total: '5.00',
      },
    ]);
    const second = await call(ageing, { token: admin.token, query: `?limit=1&cursor=${first.body.next_cursor}` });
    expect(second.body.data).toEqual([
      {
        client_id: one,
        client_name: 'Berg',
        currency: 'EUR',
        current: '3.00',
        days_1_30: '30.00',
        days_31_60: '100.00',
        days_61_90: '1000.00',
        days_over_90: '10000.00',
        total: '11133.00',
      },
    ]);
    expect(second.body.next_cursor).toBeNull();
    expect(second.body.totals).toEqual([
      {
        currency: 'EUR',
        count: 2,
        current: '3.00',
        days_1_30: '35.00',
        days_31_60: '100.00',
        days_61_90: '1000.00',
        days_over_90: '10000.00',
        total: '11138.00',
      },
    ]);
    expect((await textOf(ageingCsv, admin.token)).split('\r\n').slice(1, 3)).toEqual([
      "'=Alm,EUR,0.00,5.00,0.00,0.00,0.00,5.00",
      'Berg,EUR,3.00,30.00,100.00,1000.00,10000.00,11133.00',
    ]);
    const csv = (await textOf(invoicesCsv, admin.token, '?status=overdue')).split('\r\n');
    expect(csv).toHaveLength(1 + 6 + 1);
    expect(csv[1]).toMatch(
      /^\d{4}-\d{4},overdue,'=Alm,,\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d,5\.00,0\.00,5\.00,0\.00,0\.00,5\.00,EUR$/,
    );
    for (const handler of [ageing, ageingCsv, invoicesCsv])
      expect((await call(handler, { token: staff.token })).status).toBe(403);
  });
});

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
    await expect(post('charge', '0')).rejects.toBeInstanceOf(AppError);
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
