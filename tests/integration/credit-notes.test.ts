import { v4 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { line } from '@/tests/support/fixtures/invoices';
import { moneyBusiness, moneyOf } from '@/tests/support/fixtures/payments';
import { auditOf } from '@/tests/support/fixtures/tenant';

const { owner } = await testDatabase();
const business = (currency?: string) => moneyBusiness(owner, currency);

describe('a credit note', () => {
  it('without lines takes back all of the invoice, with its number and parties', async () => {
    const { issued, credit, invoice, ledger, holds, admin } = await business();
    const { id, number } = await issued([line({ unit_price: '7612.50', tax_rate: '19' })]);
    const { status, body } = await credit({ invoice_id: id, issued_on: '2026-11-10', reason: 'Delivered elsewhere' });
    expect([status, body.data]).toMatchObject([
      201,
      {
        ...{ number: 'CN-2026-0001', invoice_id: id, invoice_number: number, reason: 'Delivered elsewhere' },
        ...{ net: '7612.50', tax: '1446.38', total: '9058.88', issued_on: '2026-11-10', currency: 'EUR' },
        ...{ lines: [{ description: 'Joinery', quantity: '1', unit_price: '7612.50', tax_rate: '19' }] },
        tax_rates: [{ tax_rate: '19', net: '7612.50', tax: '1446.38' }],
      },
    ]);
    expect(await invoice(id)).toMatchObject({
      ...{ status: 'issued', payment_status: 'paid', credited: '9058.88', open: '0.00' },
      settlements: [{ kind: 'credit_note', number: 'CN-2026-0001', amount: '9058.88' }],
    });
    expect(await ledger()).toEqual([
      ['invoice', 905_888, 905_888],
      ['adjustment', -905_888, 0],
    ]);
    const { rows } = await owner.query(
      `select e.reference, e.description, n.issuer ->> 'name' as issuer, n.recipient ->> 'name' as recipient, n.verify_code
       from ledger_entries e join credit_notes n on n.id = e.credit_note_id where n.id = $1`,
      [body.data.id],
    );
    expect(rows[0]).toMatchObject({
      ...{ reference: 'CN-2026-0001', description: 'Credit note CN-2026-0001' },
      ...{
        issuer: 'Test business',
        recipient: 'Okafor residence',
        verify_code: expect.stringMatching(/^[a-z2-7]{32}$/),
      },
    });
    expect(await auditOf(owner, body.data.id)).toEqual([{ action: 'credit_note.issued', actor_id: admin.id }]);
    await holds();
  });

  it('in part, and then of the rest, loses no cent to rounding', async () => {
    const { issued, credit, invoice, holds } = await business();
    const { id } = await issued([line({ unit_price: '1.00', tax_rate: '5' })]);
    const half = await credit({ invoice_id: id, lines: [line({ unit_price: '0.50', tax_rate: '5' })] });
    expect(half.body.data).toMatchObject({ net: '0.50', tax: '0.03', total: '0.53' });
    const rest = await credit({ invoice_id: id });
    expect(rest.body.data).toMatchObject({ total: '0.52', prices_include_tax: true });
    expect(rest.body.data.lines[0].description).toMatch(/^What is left of invoice 2026-/);
    expect(await invoice(id)).toMatchObject({ credited: '1.05', open: '0.00' });
    const none = await credit({ invoice_id: id });
    expect([none.status, none.body.errors]).toEqual([409, undefined]);
    await holds();
  });

  it('keeps the discount of the invoice: its percentage, or the share of its amount', async () => {
    const { issued, credit, holds } = await business();
    const percent = await issued([line(), line()], { discount_percent: '10' });
    const one = await credit({ invoice_id: percent.id, lines: [line()] });
    expect(one.body.data).toMatchObject({ discount_percent: '10', discount: '10.00', total: '90.00' });
    const amount = await issued([line(), line({ unit_price: '50.00' })], { discount_amount: '15.00' });
    const share = await credit({ invoice_id: amount.id, lines: [line({ unit_price: '50.00' })] });
    expect(share.body.data).toMatchObject({ discount_amount: '5.00', total: '45.00' });
    const rest = await credit({ invoice_id: amount.id });
    expect(rest.body.data.total).toBe('90.00');
    await holds();
  });

  it('of a paid part turns it into the credit of the client, the latest allocation first', async () => {
    const { sold, paid, credit, invoice, payment, ledger, holds } = await business();
    const { id } = await sold();
    const one = await paid({ amount: '60', allocations: [{ invoice_id: id, amount: '60' }] });
    const two = await paid({ amount: '20', allocations: [{ invoice_id: id, amount: '20' }] });
    await credit({ invoice_id: id, lines: [line({ unit_price: '50' })] });
    expect(await invoice(id)).toMatchObject({ paid: '50.00', credited: '50.00', open: '0.00', payment_status: 'paid' });
    expect((await payment(one.id)).body.data).toMatchObject({ allocated: '50.00', unallocated: '10.00' });
    expect((await payment(two.id)).body.data).toMatchObject({ allocated: '0.00', unallocated: '20.00' });
    expect((await ledger()).at(-1)).toEqual(['adjustment', -5_000, -3_000]);
    await holds();
  });

  it('takes off each tax rate what it was invoiced at, and no more', async () => {
    const { issued, credit, ledger, holds } = await business();
    const { id } = await issued([line({ tax_rate: '23' }), line({ unit_price: '50', tax_rate: '6' })]);
    const over = await credit({ invoice_id: id, lines: [line({ unit_price: '50.01', tax_rate: '6' })] });
    expect([over.status, over.body.errors]).toEqual([
      422,
      { 'lines.0.unit_price': ['Only 53.00 (with tax) can still be credited here.'] },
    ]);
    const opposite = await credit({
      invoice_id: id,
      lines: [line({ tax_rate: '23' }), line({ unit_price: '-1', tax_rate: '6' })],
    });
    expect(Object.keys(opposite.body.errors)).toEqual(['lines.1.unit_price']);
    const unknown = await credit({ invoice_id: id, lines: [line({ tax_rate: '7' })] });
    expect(unknown.body.errors).toEqual({ 'lines.0.tax_rate': ['The invoice has no line at this tax rate.'] });
    const silent = await credit({ invoice_id: id, lines: [line({ tax_rate: undefined })] });
    expect(Object.keys(silent.body.errors)).toEqual(['lines.0.tax_rate']);
    expect((await credit({ invoice_id: id, lines: [line({ unit_price: '50', tax_rate: '6' })] })).status).toBe(201);
    const again = await credit({ invoice_id: id, lines: [line({ unit_price: '0.01', tax_rate: '6' })] });
    expect(again.body.errors).toHaveProperty(['lines.0.unit_price']);
    expect(await ledger()).toHaveLength(2);
    await holds();
  });

  it('of a rate below zero gives back what the invoice took off at it', async () => {
    const { issued, credit, invoice, holds } = await business();
    const { id } = await issued([line({ tax_rate: '20' }), line({ unit_price: '-30', tax_rate: '0' })]);
    const charged = await credit({
      invoice_id: id,
      lines: [line({ tax_rate: '20' }), line({ unit_price: '-31', tax_rate: '0' })],
    });
    expect(Object.keys(charged.body.errors)).toEqual(['lines.1.unit_price']);
    await credit({ invoice_id: id, lines: [line({ unit_price: '50', tax_rate: '20' })] });
    expect((await credit({ invoice_id: id })).body.data.total).toBe('30.00');
    expect(await invoice(id)).toMatchObject({ total: '90.00', credited: '90.00' });
    await holds();
  });

  it('is numbered in its own series, without a gap, also in parallel', async () => {
    const { sold, credit } = await business();
    const sales = [];
    for (let made = 0; made < 8; made++) sales.push(await sold());
    const answers = await Promise.all(sales.map(({ id }) => credit({ invoice_id: id, issued_on: '2026-11-10' })));
    expect(answers.map(({ body }) => body.data.number).toSorted()).toEqual(
      sales.map((_, at) => `CN-2026-000${at + 1}`),
    );
  });

  it('by two admins at once succeeds once', async () => {
    const { sold, credit, addPerson, holds } = await business();
    const second = moneyOf((await addPerson('admin')).token);
    const { id } = await sold();
    const answers = await Promise.all([credit({ invoice_id: id }), second.credit({ invoice_id: id })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    await holds();
  });

  it('of a draft, a void invoice and one of nothing is 409', async () => {
    const { sold, issued, credit, invoices, clientId } = await business();
    const draft = await invoices.drafted({ client_id: clientId, lines: [line()] });
    const { id: cancelled } = await sold();
    await invoices.cancel(cancelled);
    const { id: nothing } = await issued([line(), line({ unit_price: '-100' })]);
    for (const invoice_id of [draft, cancelled, nothing])
      expect([(await credit({ invoice_id })).status, invoice_id]).toEqual([409, invoice_id]);
  });

  it.each([
    ['of no invoice', { invoice_id: uuid() }, 'invoice_id'],
    ['before its invoice', { issued_on: '2026-10-31' }, 'issued_on'],
    ['in two years', { issued_on: '2029-01-01' }, 'issued_on'],
    ['without a reason', { reason: ' ' }, 'reason'],
    ['without lines', { lines: [] }, 'lines'],
    ['of nothing', { lines: [line({ unit_price: '0' })] }, 'lines'],
    ['of more than was invoiced', { lines: [line({ unit_price: '100.01' })] }, 'lines.0.unit_price'],
    ['with hours', { lines: [line({ time_entry_ids: [] })] }, 'lines.0.time_entry_ids'],
  ])('%s is 422 on its field, and takes no number', async (_, wishes, field) => {
    const { sold, credit, ledger } = await business();
    const { id } = await sold();
    const { status, body } = await credit({ invoice_id: id, ...wishes });
    expect([status, Object.keys(body.errors)]).toEqual([422, expect.arrayContaining([field])]);
    expect(await ledger()).toHaveLength(1);
    const { body: good } = await credit({ invoice_id: id, issued_on: '2026-11-02' });
    expect(good.data.number).toBe('CN-2026-0001');
  });

  it('voiding takes off what credit notes left', async () => {
    const { sold, credit, invoices, ledger, holds } = await business();
    const { id } = await sold();
    await credit({ invoice_id: id, lines: [line({ unit_price: '30' })] });
    await invoices.cancel(id);
    expect((await ledger()).at(-1)).toEqual(['adjustment', -7_000, 0]);
    expect((await credit({ invoice_id: id })).status).toBe(409);
    await holds();
  });
});
