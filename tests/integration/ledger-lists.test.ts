import { describe, expect, it } from 'vitest';
import { GET as creditNotesCsv } from '@/app/api/admin/credit-notes/csv/route';
import { GET as invoicesCsv } from '@/app/api/admin/invoices/csv/route';
import { GET as ageingCsv } from '@/app/api/admin/ledger/ageing/csv/route';
import { GET as ageing } from '@/app/api/admin/ledger/ageing/route';
import { GET as paymentsCsv } from '@/app/api/admin/payments/csv/route';
import { GET as refundsCsv } from '@/app/api/admin/refunds/csv/route';
import { addDays, today as todayIn } from '@/lib/dates';
import { testDatabase } from '@/tests/support/database/database';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import { moneyBusiness } from '@/tests/support/fixtures/payments';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';

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

describe('payments, credit notes and refunds as CSV', () => {
  it('hold all that match, for admins of their business only', async () => {
    const { sold, paid, credit, refund, admin, staff } = await moneyBusiness(owner);
    const one = await sold('100.00');
    const payment = await paid({
      amount: '120',
      reference: '=1+1',
      allocations: [{ invoice_id: one.id, amount: '60' }],
    });
    await refund({ payment_id: payment.id, amount: '15' });
    const note = (
      await credit({
        invoice_id: one.id,
        lines: [line({ unit_price: '30.00' })],
        reason: '+ too much',
        issued_on: '2026-11-06',
      })
    ).body.data;
    const rowsOf = async (handler: typeof ageingCsv, token = admin.token) =>
      (await textOf(handler, token)).split('\r\n').slice(1, -1);
    expect(await rowsOf(paymentsCsv)).toEqual([
      "2026-11-20,Okafor residence,bank transfer,'=1+1,120.00,60.00,15.00,45.00,EUR,Alma admin",
    ]);
    expect(await rowsOf(creditNotesCsv)).toEqual([
      `${note.number},2026-11-06,${one.number},Okafor residence,,'+ too much,30.00,0.00,30.00,EUR`,
    ]);
    expect(await rowsOf(refundsCsv)).toEqual(['2026-11-25,Okafor residence,bank transfer,,15.00,EUR,Alma admin']);
    const elsewhere = (await createTestTenant(owner)).admin.token;
    for (const handler of [paymentsCsv, creditNotesCsv, refundsCsv]) {
      expect(await rowsOf(handler, elsewhere)).toEqual([]);
      expect((await call(handler, { token: staff.token })).status).toBe(403);
    }
  });
});
