import { v4 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { read } from '@/lib/authz/scope';
import { mostAllocations } from '@/lib/invoices/payments/rule';
import { listPayable } from '@/lib/invoices/payments/team-queries';
import { testDatabase } from '@/tests/support/database/database';
import { createInvoice } from '@/tests/support/factories/money';
import { moneyBusiness, moneyOf } from '@/tests/support/fixtures/payments';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

/** A business with a payment of 100.00 that settles two invoices with 60.00 and 40.00. */
async function settled() {
  const business = await moneyBusiness(owner);
  const [one, two] = [await business.sold('60.00'), await business.sold('40.00')];
  const allocations = [
    { invoice_id: one.id, amount: '60.00' },
    { invoice_id: two.id, amount: '40.00' },
  ];
  return { ...business, one, two, payment: (await business.paid({ amount: '100.00', allocations })).id as string };
}

describe('an allocation that is released by hand', () => {
  it('opens the invoice again, leaves the client a credit and the ledger as it was, and can be made anew', async () => {
    const { one, two, payment, release, allocate, invoice, ledger, holds, admin } = await settled();
    const before = await ledger();
    const { status, body } = await release(payment, { invoice_id: one.id });
    expect([status, body.data]).toMatchObject([
      200,
      { allocated: '40.00', unallocated: '60.00', allocations: [{ invoice_id: two.id, amount: '40.00' }] },
    ]);
    expect(await invoice(one.id)).toMatchObject({ payment_status: 'unpaid', open: '60.00', settlements: [] });
    expect(await invoice(two.id)).toMatchObject({ payment_status: 'paid' });
    expect(await ledger()).toEqual(before);
    await holds();
    expect((await auditOf(owner, payment)).at(-1)).toEqual({ action: 'payment.released', actor_id: admin.id });
    expect((await allocate(payment, [{ invoice_id: one.id, amount: '60.00' }])).status).toBe(200);
    await holds();
  });

  it('may be a part of it', async () => {
    const { one, payment, release, invoice, holds } = await settled();
    expect((await release(payment, { invoice_id: one.id, amount: '10.00' })).status).toBe(200);
    expect(await invoice(one.id)).toMatchObject({ payment_status: 'partially_paid', paid: '50.00', open: '10.00' });
    await holds();
  });

  it('is an allocation of this payment, and no more than it settles', async () => {
    const { one, two, payment, release, sold, holds } = await settled();
    const other = await sold();
    const fieldsOf = async (body: object) => {
      const answer = await release(payment, body);
      return [answer.status, Object.keys(answer.body.errors)];
    };
    expect(await fieldsOf({ invoice_id: other.id })).toEqual([422, ['invoice_id']]);
    expect(await fieldsOf({ invoice_id: uuid() })).toEqual([422, ['invoice_id']]);
    for (const amount of ['60.01', '0', '-1', '1.001', '1e1'])
      expect(await fieldsOf({ invoice_id: one.id, amount })).toEqual([422, ['amount']]);
    expect((await release(payment, { invoice_id: two.id })).status).toBe(200);
    expect(await fieldsOf({ invoice_id: two.id })).toEqual([422, ['invoice_id']]);
    await holds();
  });

  it('is released once by admins at the same time, and by nobody else', async () => {
    const { one, payment, release, staff, holds } = await settled();
    const answers = await Promise.all([1, 2, 3].map(() => release(payment, { invoice_id: one.id })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422, 422]);
    await holds();
    const elsewhere = await moneyBusiness(owner);
    expect((await moneyOf(staff.token).release(payment, { invoice_id: one.id })).status).toBe(403);
    expect((await elsewhere.release(payment, { invoice_id: one.id })).status).toBe(404);
  });
});

describe('the open invoices that a form of a payment offers', () => {
  it('are those due first, the chosen one before all, and any by its number', async () => {
    const { id: tenantId, clientId, admin } = await moneyBusiness(owner);
    const client = { tenantId, id: clientId, currency: 'EUR' };
    const due = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
    const all = [];
    for (let at = 0; at <= mostAllocations; at++)
      all.push(
        await createInvoice(owner, client, {
          ...{ status: 'issued', issuedOn: '2026-01-01', dueOn: due(at) },
          ...{ number: `F-${at}-x`, series: 'f', sequence: at + 1 },
        }),
      );
    const actor = await adminActor(owner, admin.email);
    const offered = (filter: { search?: string; chosen?: string }) =>
      read(actor, (db) => listPayable(db, clientId, filter));
    const { invoices, more } = await offered({});
    expect([invoices.length, invoices[0]?.number, invoices.at(-1)?.number, more]).toEqual([
      200,
      'F-0-x',
      'F-199-x',
      true,
    ]);
    const last = all.at(-1)?.id ?? '';
    expect((await offered({ chosen: last })).invoices.slice(0, 2).map(({ number }) => number)).toEqual([
      'F-200-x',
      'F-0-x',
    ]);
    expect(await offered({ search: 'f-200-X' })).toMatchObject({ invoices: [{ number: 'F-200-x' }], more: false });
  });
});
