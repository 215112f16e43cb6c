import { v4 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { moneyBusiness, moneyOf } from '@/tests/support/fixtures/payments';
import { auditOf } from '@/tests/support/fixtures/tenant';

const { owner } = await testDatabase();
const business = (currency?: string) => moneyBusiness(owner, currency);

describe('a payment', () => {
  it('settles its invoice, is posted and recorded', async () => {
    const { sold, pay, clientId, invoice, ledger, holds, admin } = await business();
    const { id, number } = await sold();
    const { status, body } = await pay({
      ...{ client_id: clientId, amount: '100.00', method: 'card', reference: 'Visa 4711' },
      allocations: [{ invoice_id: id, amount: '100.00' }],
    });
    expect([status, body.data]).toMatchObject([
      201,
      {
        ...{ amount: '100.00', allocated: '100.00', refunded: '0.00', unallocated: '0.00', currency: 'EUR' },
        ...{ method: 'card', reference: 'Visa 4711', paid_on: '2026-11-20' },
        ...{ allocations: [{ invoice_id: id, invoice_number: number, amount: '100.00' }], refunds: [] },
      },
    ]);
    expect(await invoice(id)).toMatchObject({ payment_status: 'paid', open: '0.00', is_overdue: false });
    expect(await ledger()).toEqual([
      ['invoice', 10_000, 10_000],
      ['payment', -10_000, 0],
    ]);
    expect(await auditOf(owner, body.data.id)).toEqual([{ action: 'payment.recorded', actor_id: admin.id }]);
    const { rows } = await owner.query('select description, reference from ledger_entries where payment_id = $1', [
      body.data.id,
    ]);
    expect(rows).toEqual([{ description: `Payment for invoice ${number}`, reference: 'Visa 4711' }]);
    await holds();
  });

  it('settles several invoices in part, and its rest is the credit of the client', async () => {
    const { sold, paid, invoice, ledger, holds, payments, clientId } = await business();
    const [one, two] = [await sold('100.00'), await sold('80.00')];
    const payment = await paid({
      amount: '200.00',
      allocations: [
        { invoice_id: one.id, amount: '100.00' },
        { invoice_id: two.id, amount: '30.5' },
      ],
    });
    expect(payment).toMatchObject({ allocated: '130.50', unallocated: '69.50' });
    expect(await invoice(two.id)).toMatchObject({ payment_status: 'partially_paid', open: '49.50' });
    expect((await ledger()).at(-1)).toEqual(['payment', -20_000, -2_000]);
    const { rows } = await owner.query('select description from ledger_entries where payment_id = $1', [payment.id]);
    expect(rows[0].description).toBe(`Payment for invoices ${one.number}, ${two.number}`);
    expect((await payments(`?unallocated=true&client_id=${clientId}`)).body.totals).toEqual([
      { count: 1, currency: 'EUR', amount: '200.00', unallocated: '69.50' },
    ]);
    expect((await payments('?unallocated=false')).body.data).toEqual([]);
    await holds();
  });

  it('tied to no invoice is allocated later, up to its rest and to what is open', async () => {
    const { sold, paid, allocate, invoice, ledger, holds } = await business();
    const payment = await paid({ amount: '70.00' });
    expect(payment).toMatchObject({ allocated: '0.00', unallocated: '70.00', allocations: [] });
    const { id } = await sold('50.00');
    const first = await allocate(payment.id, [{ invoice_id: id, amount: '20.00' }]);
    expect(first.body.data).toMatchObject({ allocated: '20.00', unallocated: '50.00' });
    const open = await allocate(payment.id, [{ invoice_id: id, amount: '30.01' }]);
    expect([open.status, open.body.errors]).toEqual([
      422,
      { 'allocations.0.amount': ['Only 30.00 is left to pay of this invoice.'] },
    ]);
    await allocate(payment.id, [{ invoice_id: id, amount: '30.00' }]);
    expect(await invoice(id)).toMatchObject({ payment_status: 'paid', settlements: [{ amount: '50.00' }] });
    const other = await sold('50.00');
    const rest = await allocate(payment.id, [{ invoice_id: other.id, amount: '20.01' }]);
    expect(rest.body.errors).toEqual({ 'allocations.0.amount': ['Only 20.00 is left of the payment.'] });
    expect(await ledger()).toHaveLength(3);
    expect((await auditOf(owner, payment.id)).map(({ action }) => action)).toEqual([
      'payment.recorded',
      'payment.allocated',
      'payment.allocated',
    ]);
    await holds();
  });

  it('of fifty with one key at once is one', async () => {
    const { pay, clientId, ledger } = await business();
    const key = uuid();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => pay({ client_id: clientId, amount: '10.00' }, key)),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.data?.id}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await ledger()).toEqual([['payment', -1_000, -1_000]]);
    expect((await pay({ client_id: clientId, amount: '11.00' }, key)).status).toBe(409);
  });

  it('of one invoice by two admins at once settles it once', async () => {
    const { sold, clientId, addPerson, pay, holds } = await business();
    const second = moneyOf((await addPerson('admin')).token);
    const { id } = await sold();
    const body = { client_id: clientId, amount: '100.00', allocations: [{ invoice_id: id, amount: '100.00' }] };
    const answers = await Promise.all([pay(body), second.pay(body)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    await holds();
  });

  it.each([
    ['zero', '0'],
    ['below zero', '-5.00'],
    ['over-precise', '1.001'],
    ['beyond the largest', '10000000000000.01'],
    ['in exponent form', '1e3'],
    ['in a local form', '1.234,50'],
  ])('%s is 422 on its amount, and nothing is written', async (_, amount) => {
    const { pay, clientId, ledger } = await business();
    const { status, body } = await pay({ client_id: clientId, amount });
    expect([status, Object.keys(body.errors)]).toEqual([422, ['amount']]);
    expect(await ledger()).toEqual([]);
  });

  it.each(['2001-01-01', '2027-03-01', '2026-02-30'])('on %s is 422 on its date', async (paid_on) => {
    const { pay, clientId } = await business();
    const { status, body } = await pay({ client_id: clientId, amount: '1', paid_on });
    expect([status, Object.keys(body.errors)]).toEqual([422, ['paid_on']]);
  });

  it('for a stranger’s client or invoice, or for one twice, is 422 on its field', async () => {
    const { pay, sold, clientId, addClient, ledger } = await business();
    const foreign = await business();
    const wrong = await pay({ client_id: foreign.clientId, amount: '1' });
    expect([wrong.status, Object.keys(wrong.body.errors)]).toEqual([422, ['client_id']]);
    const neighbour = await sold('10.00', await addClient('Rao villa'));
    for (const invoice_id of [(await foreign.sold()).id, neighbour.id, uuid()]) {
      const { status, body } = await pay({
        ...{ client_id: clientId, amount: '1', allocations: [{ invoice_id, amount: '1' }] },
      });
      expect([status, Object.keys(body.errors)]).toEqual([422, ['allocations.0.invoice_id']]);
    }
    const own = { invoice_id: (await sold()).id, amount: '1' };
    const twice = await pay({ client_id: clientId, amount: '2', allocations: [own, own] });
    expect(Object.keys(twice.body.errors)).toEqual(['allocations.1.invoice_id']);
    expect(await ledger()).toHaveLength(1);
  });

  it('of a draft or a void invoice is 409', async () => {
    const { pay, sold, invoices, clientId, ledger } = await business();
    const draft = await invoices.drafted({
      client_id: clientId,
      lines: [{ description: 'x', unit_price: '5', quantity: '1' }],
    });
    const { id: cancelled } = await sold();
    await invoices.cancel(cancelled);
    for (const invoice_id of [draft, cancelled]) {
      const answer = await pay({ client_id: clientId, amount: '1', allocations: [{ invoice_id, amount: '1' }] });
      expect([answer.status, answer.body.errors]).toEqual([409, undefined]);
    }
    expect(await ledger()).toHaveLength(2);
  });

  it('allocating more than it has is 422 on the part that does not fit', async () => {
    const { pay, sold, clientId } = await business();
    const [one, two] = [await sold(), await sold()];
    const allocations = [one, two].map(({ id }) => ({ invoice_id: id, amount: '60.00' }));
    const { status, body } = await pay({ client_id: clientId, amount: '100.00', allocations });
    expect([status, body.errors]).toEqual([422, { 'allocations.1.amount': ['Only 40.00 is left of the payment.'] }]);
  });

  it('in yen has none of its decimals', async () => {
    const { paid, pay, clientId } = await business('JPY');
    expect(await paid({ amount: '1099' })).toMatchObject({ amount: '1099', currency: 'JPY' });
    expect((await pay({ client_id: clientId, amount: '10.99' })).status).toBe(422);
  });
});
