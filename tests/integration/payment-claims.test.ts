import { v4 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { moneyBusiness, moneyOf } from '@/tests/support/fixtures/payments';
import { auditOf } from '@/tests/support/fixtures/tenant';

const { owner } = await testDatabase();

async function business() {
  const made = await moneyBusiness(owner);
  const jane = await made.addPerson('client', made.clientId);
  return { ...made, jane, mine: moneyOf(jane.token) };
}

describe('a claim to have paid', () => {
  it('changes no figure, and shows as claimed on both sides', async () => {
    const { sold, mine, jane, invoice, ledger, claims, holds } = await business();
    const { id, number } = await sold();
    const { status, body } = await mine.claim(id, { note: 'From my savings account' });
    expect([status, body.data]).toMatchObject([
      201,
      {
        ...{ status: 'claimed', invoice_id: id, invoice_number: number, paid_on: '2026-11-19' },
        ...{ note: 'From my savings account', user_name: jane.name, payment_id: null, decline_reason: null },
      },
    ]);
    expect(await invoice(id)).toMatchObject({ payment_status: 'unpaid', paid: '0.00', open: '100.00' });
    expect(await ledger()).toHaveLength(1);
    expect((await claims('?status=claimed')).body.data).toMatchObject([
      { id: body.data.id, client_name: 'Okafor residence', open: '100.00', currency: 'EUR' },
    ]);
    expect((await mine.ownClaims(id)).body.data).toEqual([body.data]);
    expect(await auditOf(owner, body.data.id)).toEqual([{ action: 'payment_claim.claimed', actor_id: jane.id }]);
    await holds();
  });

  it('that is confirmed records the payment and settles the invoice', async () => {
    const { sold, mine, confirm, invoice, ledger, payment, holds, admin } = await business();
    const { id } = await sold();
    const { id: claimId } = (await mine.claim(id)).body.data;
    const { status, body } = await confirm(claimId, { method: 'card', reference: 'STATEMENT 7' });
    expect([status, body.data]).toMatchObject([200, { status: 'confirmed', decided_by_name: admin.name }]);
    expect((await payment(body.data.payment_id)).body.data).toMatchObject({
      ...{ amount: '100.00', allocated: '100.00', paid_on: '2026-11-19', method: 'card', reference: 'STATEMENT 7' },
    });
    expect(await invoice(id)).toMatchObject({ payment_status: 'paid', open: '0.00' });
    expect(await ledger()).toHaveLength(2);
    expect((await confirm(claimId)).status).toBe(409);
    expect((await mine.claim(id)).status).toBe(409);
    await holds();
  });

  it.each([
    ['less than is open', '40.00', { paid: '40.00', open: '60.00' }, '0.00'],
    ['more than is open', '130.00', { paid: '100.00', open: '0.00' }, '30.00'],
  ])('is confirmed with %s', async (_, amount, figures, unallocated) => {
    const { sold, mine, confirm, invoice, payment, holds } = await business();
    const { id } = await sold();
    const { body } = await confirm((await mine.claim(id)).body.data.id, { amount, paid_on: '2026-11-21' });
    expect(await invoice(id)).toMatchObject(figures);
    const { data } = (await payment(body.data.payment_id)).body;
    expect(data).toMatchObject({ amount, unallocated, paid_on: '2026-11-21' });
    await holds();
  });

  it('that is declined says why, and another one can follow', async () => {
    const { sold, mine, decline, invoice, ledger } = await business();
    const { id } = await sold();
    const first = (await mine.claim(id)).body.data.id;
    expect((await mine.claim(id)).status).toBe(409);
    const { status, body } = await decline(first, 'No transfer under this name');
    expect([status, body.data.status, body.data.decline_reason]).toEqual([
      200,
      'declined',
      'No transfer under this name',
    ]);
    expect((await decline(first)).status).toBe(409);
    expect(await invoice(id)).toMatchObject({ payment_status: 'unpaid' });
    expect((await mine.claim(id)).status).toBe(201);
    expect((await mine.ownClaims(id)).body.data.map(({ status }: { status: string }) => status)).toEqual([
      'claimed',
      'declined',
    ]);
    expect(await ledger()).toHaveLength(1);
  });

  it('is declined with its invoice, when that is voided', async () => {
    const { sold, mine, invoices, claims } = await business();
    const { id } = await sold();
    const { id: claimId } = (await mine.claim(id)).body.data;
    await invoices.cancel(id);
    expect((await claims(`?invoice_id=${id}`)).body.data).toMatchObject([
      { id: claimId, status: 'declined', decline_reason: 'The invoice was voided.' },
    ]);
    expect((await auditOf(owner, claimId)).map(({ action }) => action)).toEqual([
      'payment_claim.claimed',
      'payment_claim.declined',
    ]);
    expect((await mine.claim(id)).status).toBe(409);
  });

  it('whose invoice was paid meanwhile needs an amount to be confirmed', async () => {
    const { sold, mine, confirm, paid, holds } = await business();
    const { id } = await sold();
    const { id: claimId } = (await mine.claim(id)).body.data;
    await paid({ amount: '100', allocations: [{ invoice_id: id, amount: '100' }] });
    expect((await confirm(claimId)).status).toBe(409);
    expect((await confirm(claimId, { amount: '100' })).status).toBe(200);
    await holds();
  });

  it('is made once by two people at once, and confirmed once by two admins', async () => {
    const { sold, mine, confirm, addPerson, clientId, ledger, holds } = await business();
    const sam = moneyOf((await addPerson('client', clientId)).token);
    const second = moneyOf((await addPerson('admin')).token);
    const { id } = await sold();
    const made = await Promise.all([mine.claim(id), sam.claim(id)]);
    expect(made.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const claimId = made.find(({ status }) => status === 201)?.body.data.id;
    const decided = await Promise.all([confirm(claimId), second.confirm(claimId)]);
    expect(decided.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await ledger()).toHaveLength(2);
    await holds();
  });

  it('for a draft or a neighbour’s invoice is 404, for one of nothing 409, far away 422', async () => {
    const { sold, mine, invoices, clientId, addClient } = await business();
    const draft = await invoices.drafted({
      client_id: clientId,
      lines: [{ description: 'x', quantity: '1', unit_price: '1' }],
    });
    const neighbour = await sold('10', await addClient('Rao villa'));
    const foreign = await (await business()).sold();
    for (const id of [draft, neighbour.id, foreign.id, uuid()]) {
      expect((await mine.claim(id)).status).toBe(404);
      expect((await mine.ownClaims(id)).status).toBe(404);
    }
    expect((await mine.claim((await sold('0')).id)).status).toBe(409);
    const { id } = await sold();
    const far = await mine.claim(id, { paid_on: '2027-06-01' });
    expect([far.status, Object.keys(far.body.errors)]).toEqual([422, ['paid_on']]);
  });

  it('is decided by admins of the business alone', async () => {
    const { sold, mine, staff } = await business();
    const { id } = await sold();
    const { id: claimId } = (await mine.claim(id)).body.data;
    const foreign = await business();
    expect([(await foreign.confirm(claimId)).status, (await foreign.decline(claimId)).status]).toEqual([404, 404]);
    for (const them of [mine, moneyOf(staff.token)])
      expect([(await them.confirm(claimId)).status, (await them.claims()).status]).toEqual([403, 403]);
    expect((await moneyOf(staff.token).claim(id)).status).toBe(403);
  });
});
