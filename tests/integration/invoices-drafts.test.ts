import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { POST as copy } from '@/app/api/admin/invoices/[id]/copy/route';
import { testDatabase } from '@/tests/support/database/database';
import { createTimeEntry } from '@/tests/support/factories/money';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import { auditOf, createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();
const tenant = await createTestTenant(owner);
const { admin, staff } = tenant;
const elsewhere = await createTestTenant(owner);
const clientId = await tenant.addClient();
const projectId = await tenant.addProject(clientId);
const api = invoicesOf(admin.token);
const draft = (wishes: object = {}) => ({ client_id: clientId, lines: [line()], ...wishes });

describe('a draft', () => {
  it('is answered with its lines, taxes and totals, and recorded', async () => {
    const { status, body } = await api.draft(
      draft({ project_id: projectId, notes: 'Thank you', lines: [line({ quantity: 2.5, tax_rate: '8.875' })] }),
    );
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      ...{ number: null, status: 'draft', payment_status: 'unpaid', is_overdue: false, project_id: projectId },
      ...{ currency: 'EUR', net: '250.00', tax: '22.19', total: '272.19', open: '0.00', issued_on: null },
      lines: [{ quantity: '2.5', unit_price: '100.00', tax_rate: '8.875', amount: '250.00' }],
      tax_rates: [{ tax_rate: '8.875', net: '250.00', tax: '22.19' }],
    });
    expect(await auditOf(owner, body.data.id)).toEqual([{ action: 'invoice.drafted', actor_id: admin.id }]);
  });

  it.each([
    [
      'lines that add up',
      [
        ['1198', '0.195'],
        ['766', '0.195'],
        ['107', '0.195'],
        ['1163', '0.195'],
        ['2428', '-0.095'],
      ],
      '21',
      ['399.98', '84.00', '483.98'],
    ],
    [
      'a line that takes off',
      [
        ['2000', '9.99'],
        ['1', '-6659.93'],
      ],
      '20',
      ['13320.07', '2664.01', '15984.08'],
    ],
    ['one rate', [['1', '7612.50']], '19', ['7612.50', '1446.38', '9058.88']],
  ])('of %s has the totals of the books', async (_, pairs, rate, [net, tax, total]) => {
    const lines = pairs.map(([quantity, unit_price]) => line({ quantity, unit_price, tax_rate: rate }));
    expect((await api.draft(draft({ lines }))).body.data).toMatchObject({ net, tax, total });
  });

  it.each([
    ['no client', { client_id: undefined }, ['client_id']],
    ['a client of another business', { client_id: 'theirs' }, ['client_id']],
    ['no lines', { lines: [] }, ['lines']],
    ['an unknown field', { currency: 'USD' }, ['currency']],
    ['a quantity of zero', { lines: [line({ quantity: '0' })] }, ['lines.0.quantity']],
    ['a quantity of four decimals', { lines: [line(), line({ quantity: '1.0001' })] }, ['lines.1.quantity']],
    ['a quantity in exponent form', { lines: [line({ quantity: '1e3' })] }, ['lines.0.quantity']],
    ['a price of five decimals', { lines: [line({ unit_price: '0.00001' })] }, ['lines.0.unit_price']],
    ['a price with a comma', { lines: [line({ unit_price: '1,50' })] }, ['lines.0.unit_price']],
    ['a tax of five decimals', { lines: [line({ tax_rate: '8.87501' })] }, ['lines.0.tax_rate']],
    ['a negative tax', { lines: [line({ tax_rate: '-1' })] }, ['lines.0.tax_rate']],
    ['a tax above 100 %', { lines: [line({ tax_rate: '100.0001' })] }, ['lines.0.tax_rate']],
    [
      'two discounts',
      { lines: [line({ discount_percent: '1', discount_amount: '1.00' })] },
      ['lines.0.discount_amount'],
    ],
    ['a discount above the line', { lines: [line({ discount_amount: '100.01' })] }, ['lines.0.discount_amount']],
    ['a discount of three decimals', { discount_amount: '1.001' }, ['discount_amount']],
    ['a discount above the sum', { discount_amount: '100.01' }, ['discount_amount']],
    ['a total below zero', { lines: [line({ unit_price: '-1' })] }, ['lines']],
    [
      'an amount beyond 10^15',
      { lines: [line({ quantity: '999999999', unit_price: '999999999' })] },
      ['lines.0.unit_price'],
    ],
    ['a due date before the calendar', { due_on: '0100-01-01' }, ['due_on']],
    ['a line of another invoice', { lines: [line({ id: uuidv7() })] }, ['lines.0.id']],
  ])('with %s is 422 on its field', async (_, wishes, fields) => {
    const theirs = 'client_id' in wishes && wishes.client_id === 'theirs';
    const body = draft(theirs ? { client_id: await elsewhere.addClient() } : wishes);
    const answer = await api.draft(body);
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, fields]);
  });

  it('of a project that is another client’s or business’s is 422', async () => {
    const other = await tenant.addProject(await tenant.addClient());
    const theirs = await elsewhere.addProject(await elsewhere.addClient());
    for (const project_id of [other, theirs]) {
      const { status, body } = await api.draft(draft({ project_id }));
      expect([status, Object.keys(body.errors)]).toEqual([422, ['project_id']]);
    }
  });

  it('has at most 1,000 lines', async () => {
    const many = (count: number) => Array.from({ length: count }, () => line({ unit_price: '0.01' }));
    const { status, body } = await api.draft(draft({ lines: many(1000) }));
    expect([status, body.data.total, body.data.lines.length]).toEqual([201, '10.00', 1000]);
    const refused = await api.draft(draft({ lines: many(10_000) }));
    expect([refused.status, Object.keys(refused.body.errors)]).toEqual([422, ['lines']]);
  });

  it('is for admins alone', async () => {
    const person = await tenant.addPerson('client', clientId);
    const id = await api.drafted(draft());
    for (const { token } of [staff, person]) {
      expect((await invoicesOf(token).draft(draft())).status).toBe(403);
      expect((await invoicesOf(token).read(id)).status).toBe(403);
    }
    expect((await invoicesOf(elsewhere.admin.token).read(id)).status).toBe(404);
  });
});

describe('changing a draft', () => {
  it('keeps what is absent, and the lines that name their id', async () => {
    const { body } = await api.draft(draft({ notes: 'First', lines: [line(), line({ description: 'Oak' })] }));
    const [first, second] = body.data.lines;
    const { status, body: after } = await api.change(body.data.id, {
      lines: [line({ id: second.id, description: 'Oak', quantity: '3' }), line({ description: 'Nails' })],
    });
    expect([status, after.data.notes, after.data.total]).toEqual([200, 'First', '400.00']);
    expect(after.data.lines.map(({ description }: { description: string }) => description)).toEqual(['Oak', 'Nails']);
    expect(after.data.lines[0].id).toBe(second.id);
    expect(after.data.lines.map(({ id }: { id: string }) => id)).not.toContain(first.id);
  });

  it('computes the totals anew for another mode of prices or another discount', async () => {
    const id = await api.drafted(draft({ lines: [line({ tax_rate: '25' })] }));
    expect((await api.change(id, { prices_include_tax: true })).body.data).toMatchObject({
      net: '80.00',
      tax: '20.00',
    });
    expect((await api.change(id, { discount_percent: '10' })).body.data).toMatchObject({ total: '90.00' });
    const { body } = await api.change(id, { discount_amount: '50.00' });
    expect(body.data).toMatchObject({ total: '50.00', discount_percent: null, discount_amount: '50.00' });
  });

  it('of an issued invoice is 409, and deleting it too', async () => {
    const { id } = await api.issued(draft());
    expect((await api.change(id, { notes: 'x' })).status).toBe(409);
    expect((await api.remove(id)).status).toBe(409);
    expect((await api.read(id)).body.data).toMatchObject({ notes: null, status: 'issued' });
  });

  it('after someone else’s change is 409 with If-Match', async () => {
    const id = await api.drafted(draft());
    const etag = (await api.read(id)).headers.get('etag') ?? '';
    expect((await api.change(id, { notes: 'A' }, { 'if-match': etag })).status).toBe(200);
    expect((await api.change(id, { notes: 'B' }, { 'if-match': etag })).status).toBe(409);
  });

  it('and deleting it leaves nothing but the trail', async () => {
    const id = await api.drafted(draft());
    expect((await api.remove(id)).status).toBe(204);
    expect((await api.read(id)).status).toBe(404);
    expect((await auditOf(owner, id)).map(({ action }) => action)).toEqual(['invoice.drafted', 'invoice.deleted']);
  });

  it('copies its lines and terms into another draft', async () => {
    const { id } = await api.issued(draft({ notes: 'Monthly', discount_percent: '10' }));
    const { status, body } = await call(copy, { token: admin.token, params: { id }, method: 'POST' });
    expect(status).toBe(201);
    expect(body.data).toMatchObject({ status: 'draft', number: null, notes: 'Monthly', total: '90.00' });
  });
});

describe('hours that a line bills', () => {
  const project = { tenantId: tenant.id, clientId, id: projectId };
  const hours = async (wishes: object = {}) => (await createTimeEntry(owner, project, staff, wishes)).id;
  const lineOf = async (id: string) => {
    const { rows } = await owner.query('select invoice_line_id from time_entries where id = $1', [id]);
    return rows[0].invoice_line_id;
  };

  it('are marked, stay marked by a line that stays, and are let go with it', async () => {
    const entry = await hours();
    const { body } = await api.draft(draft({ project_id: projectId, lines: [line({ time_entry_ids: [entry] })] }));
    const [{ id: lineId }] = body.data.lines;
    expect(await lineOf(entry)).toBe(lineId);
    await api.change(body.data.id, { lines: [line(), line({ id: lineId })] });
    expect(await lineOf(entry)).toBe(lineId);
    await api.change(body.data.id, { lines: [line()] });
    expect(await lineOf(entry)).toBeNull();
  });

  it('are let go by a deleted draft and by a void invoice', async () => {
    const entry = await hours();
    const body = draft({ project_id: projectId, lines: [line({ time_entry_ids: [entry] })] });
    await api.remove(await api.drafted(body));
    expect(await lineOf(entry)).toBeNull();
    const { id } = await api.issued(body);
    expect(await lineOf(entry)).not.toBeNull();
    await api.cancel(id);
    expect(await lineOf(entry)).toBeNull();
  });

  it('cannot be billed twice, nor when they are not billable or another project’s', async () => {
    const entry = await hours();
    const bill = (id: string) => draft({ project_id: projectId, lines: [line({ time_entry_ids: [id] })] });
    await api.draft(bill(entry));
    expect((await api.draft(bill(entry))).status).toBe(409);
    const free = await hours({ billable: false });
    const other = await tenant.addProject(clientId);
    const theirs = (await createTimeEntry(owner, { ...project, id: other }, staff)).id;
    for (const id of [free, theirs, uuidv7()]) {
      const { status, body } = await api.draft(bill(id));
      expect([status, Object.keys(body.errors)]).toEqual([422, ['lines.0.time_entry_ids']]);
    }
  });
});
