import { afterEach, describe, expect, it, vi } from 'vitest';
import { addDays, today } from '@/lib/dates';
import { openLetterCheck } from '@/lib/pdf/letter-check';
import { testDatabase } from '@/tests/support/database/database';
import { createAllocation, createCreditNote, createPayment } from '@/tests/support/factories/money';
import { chargingBusiness, ledgerOf } from '@/tests/support/fixtures/charging';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';

const { owner } = await testDatabase();
await openLetterCheck();

afterEach(() => vi.useRealTimers());

const business = (...of: [zone?: string, currency?: string]) => chargingBusiness(owner, ...of);
const ledger = (clientId: string) => ledgerOf(owner, clientId);

describe('voiding', () => {
  it('takes off exactly what was posted, and says why', async () => {
    const { api, body, clientId } = await business();
    const { id } = await api.issued(body({ lines: [line({ unit_price: '7612.50', tax_rate: '19' })] }));
    const { status, body: after } = await api.cancel(id, 'Wrong client');
    expect([status, after.data.status, after.data.open, after.data.void_reason]).toEqual([
      200,
      'void',
      '0.00',
      'Wrong client',
    ]);
    expect((await ledger(clientId)).at(-1)).toMatchObject({
      ...{ entry_type: 'adjustment', debit_minor: '905888', balance_after_minor: '0' },
    });
  });

  it('after a credit note takes off the rest', async () => {
    const { api, body, clientId, charged, admin } = await business();
    const { id } = await api.issued(body());
    await createCreditNote(owner, { ...charged, id }, admin);
    await api.cancel(id);
    expect((await ledger(clientId)).at(-1)).toMatchObject({ debit_minor: '9999' });
  });

  it('of a paid one is 409 with the way out, and changes nothing', async () => {
    const { api, body, charged, admin } = await business();
    const { id, number } = await api.issued(body());
    const payment = await createPayment(owner, charged, admin);
    await createAllocation(owner, payment, { id });
    const { status, body: answer } = await api.cancel(id);
    expect([status, answer.detail]).toEqual([409, expect.stringContaining(`${number} has payments. Refund them`)]);
    expect((await api.read(id)).body.data).toMatchObject({
      status: 'issued',
      payment_status: 'partially_paid',
      paid: '0.01',
    });
  });

  it('of a draft, of a void one, and by two admins at once is 409', async () => {
    const { api, body, addPerson, clientId } = await business();
    const second = invoicesOf((await addPerson('admin')).token);
    expect((await api.cancel(await api.drafted(body()))).status).toBe(409);
    const { id } = await api.issued(body());
    const answers = await Promise.all([api.cancel(id), second.cancel(id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await ledger(clientId)).toHaveLength(2);
  });

  it('needs a reason', async () => {
    const { api, body } = await business();
    const { id } = await api.issued(body());
    expect((await api.cancel(id, ' ')).body.errors).toHaveProperty('reason');
  });
});

describe('lists', () => {
  it('of a client have everything but drafts, by status, with sums over all that match', async () => {
    const { api, body, charged, admin, addPerson, clientId } = await business();
    const mine = invoicesOf((await addPerson('client', clientId)).token);
    await api.drafted(body());
    const paid = await api.issued(body({ lines: [line({ unit_price: '0.01' })] }), { issued_on: '2026-09-01' });
    await createAllocation(owner, await createPayment(owner, charged, admin), paid);
    const late = await api.issued(body(), { issued_on: '2026-10-01' });
    const daysAgo = (days: number) => ({ issued_on: addDays(today('UTC'), -days) });
    const open = await api.issued(body(), daysAgo(2));
    const wrong = await api.issued(body(), daysAgo(1));
    await api.cancel(wrong.id);
    const of = async (query: string) => (await mine.mine(query)).body;
    const ids = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id);
    expect(ids(await of(''))).toEqual([wrong.id, open.id, late.id, paid.id]);
    expect(ids(await of('?status=paid'))).toEqual([paid.id]);
    expect(ids(await of('?status=unpaid'))).toEqual([open.id, late.id]);
    expect(ids(await of('?status=overdue'))).toEqual([late.id]);
    expect((await of('?status=draft')).status).toBe(422);
    const first = await of('?status=unpaid&limit=1');
    expect(first.totals).toEqual({ count: 2, currency: 'EUR', total: '200.00', paid: '0.00', open: '200.00' });
    expect(ids(await of(`?status=unpaid&limit=1&cursor=${first.next_cursor}`))).toEqual([late.id]);
  });

  it('of a client without invoices are empty sums', async () => {
    const { addPerson, clientId } = await business();
    const { token } = await addPerson('client', clientId);
    expect((await invoicesOf(token).mine()).body).toEqual({
      ...{ data: [], next_cursor: null },
      totals: { count: 0, currency: 'EUR', total: '0.00', paid: '0.00', open: '0.00' },
    });
  });

  it('of the team have drafts, and find by client, project and number', async () => {
    const { api, body, addProject, addClient, clientId } = await business();
    const project_id = await addProject(clientId);
    const other = await addClient();
    const draft = await api.drafted(body({ project_id }));
    const issued = await api.issued(body({ client_id: other }), { issued_on: '2026-11-01' });
    const of = async (query: string) => (await api.list(query)).body.data.map(({ id }: { id: string }) => id);
    expect(await of('')).toEqual([issued.id, draft]);
    expect(await of('?status=draft')).toEqual([draft]);
    expect(await of(`?client_id=${other}`)).toEqual([issued.id]);
    expect(await of(`?project_id=${project_id}`)).toEqual([draft]);
    expect(await of('?search=26-00')).toEqual([issued.id]);
    expect(await of('?search=%25')).toEqual([]);
    expect((await api.list('?limit=1')).body.totals).toEqual([
      { count: 2, currency: 'EUR', total: '200.00', paid: '0.00', open: '100.00' },
    ]);
  });
});
