import { v4 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { moneyBusiness, moneyOf } from '@/tests/support/fixtures/payments';
import { auditOf } from '@/tests/support/fixtures/tenant';

const { owner } = await testDatabase();
const business = () => moneyBusiness(owner);

describe('a refund', () => {
  it('of a paid invoice opens it again: status and ledger agree', async () => {
    const { sold, paid, refund, invoice, payment, ledger, holds, admin } = await business();
    const { id } = await sold();
    const { id: payment_id } = await paid({ amount: '100', allocations: [{ invoice_id: id, amount: '100' }] });
    const { status, body } = await refund({ payment_id, amount: '100.00', reference: 'BACK 1' });
    expect([status, body.data]).toMatchObject([
      201,
      { payment_id, amount: '100.00', refunded_on: '2026-11-25', reference: 'BACK 1', method: 'bank_transfer' },
    ]);
    expect(await invoice(id)).toMatchObject({
      payment_status: 'unpaid',
      paid: '0.00',
      open: '100.00',
      settlements: [],
    });
    expect((await payment(payment_id)).body.data).toMatchObject({
      ...{ allocated: '0.00', refunded: '100.00', unallocated: '0.00', allocations: [] },
      refunds: [{ id: body.data.id, amount: '100.00' }],
    });
    expect(await ledger()).toEqual([
      ['invoice', 10_000, 10_000],
      ['payment', -10_000, 0],
      ['refund', 10_000, 10_000],
    ]);
    expect(await auditOf(owner, body.data.id)).toEqual([{ action: 'refund.recorded', actor_id: admin.id }]);
    await holds();
  });

  it('takes the rest that settles nothing first', async () => {
    const { sold, paid, refund, invoice, ledger, holds } = await business();
    const { id } = await sold();
    const { id: payment_id } = await paid({ amount: '150', allocations: [{ invoice_id: id, amount: '100' }] });
    await refund({ payment_id, amount: '50' });
    expect(await invoice(id)).toMatchObject({ payment_status: 'paid', open: '0.00' });
    // The worked case of the specification: 100 invoiced, 150 paid, 50 returned.
    expect((await ledger()).at(-1)).toEqual(['refund', 5_000, 0]);
    await holds();
  });

  it('beyond the rest releases what it settles, the latest first', async () => {
    const { sold, paid, refund, allocate, invoice, holds } = await business();
    const [one, two, three] = [await sold('40'), await sold('40'), await sold('40')];
    const { id: payment_id } = await paid({
      amount: '130',
      allocations: [one, two].map(({ id }) => ({ invoice_id: id, amount: '40' })),
    });
    await allocate(payment_id, [{ invoice_id: three.id, amount: '40' }]);
    await refund({ payment_id, amount: '60' });
    const open = async ({ id }: { id: string }) => (await invoice(id)).open;
    expect([await open(one), await open(two), await open(three)]).toEqual(['0.00', '10.00', '40.00']);
    await refund({ payment_id, amount: '70' });
    expect([await open(one), await open(two), await open(three)]).toEqual(['40.00', '40.00', '40.00']);
    await holds();
  });

  it('of more than is left, by two admins at once too, is 422', async () => {
    const { paid, refund, addPerson, holds, ledger } = await business();
    const second = moneyOf((await addPerson('admin')).token);
    const { id: payment_id } = await paid({ amount: '100' });
    const answers = await Promise.all([
      refund({ payment_id, amount: '60' }),
      second.refund({ payment_id, amount: '60' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    expect(answers.find(({ status }) => status === 422)?.body.errors).toEqual({
      amount: ['Only 40.00 is left of the payment.'],
    });
    expect(await ledger()).toHaveLength(2);
    await holds();
  });

  it.each([
    ['before the payment', { refunded_on: '2026-11-19' }, 'refunded_on'],
    ['far away', { refunded_on: '2028-01-01' }, 'refunded_on'],
    ['of nothing', { amount: '0' }, 'amount'],
    ['over-precise', { amount: '0.001' }, 'amount'],
    ['of no payment', { payment_id: uuid() }, 'payment_id'],
  ])('%s is 422 on its field', async (_, wishes, field) => {
    const { paid, refund } = await business();
    const { id: payment_id } = await paid({ amount: '100' });
    const { status, body } = await refund({ payment_id, amount: '1', ...wishes });
    expect([status, Object.keys(body.errors)]).toEqual([422, [field]]);
  });

  it('of another business’s payment is as of none, and its list is its own', async () => {
    const { paid, refund, refunds } = await business();
    const { id: payment_id } = await paid({ amount: '100' });
    const { body } = await refund({ payment_id, amount: '1' });
    const foreign = await business();
    expect((await foreign.refund({ payment_id, amount: '1' })).body.errors).toHaveProperty('payment_id');
    expect((await foreign.refunds()).body.data).toEqual([]);
    expect((await refunds(`?payment_id=${payment_id}`)).body.data).toEqual([body.data]);
  });
});
