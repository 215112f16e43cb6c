import { afterEach, describe, expect, it, vi } from 'vitest';
import { write } from '@/lib/authz/scope';
import { issueInvoice } from '@/lib/invoices/commands';
import { openLetterCheck } from '@/lib/pdf/letter-check';
import { testDatabase } from '@/tests/support/database/database';
import { createAllocation, createCreditNote, createPayment } from '@/tests/support/factories/money';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import { auditOf, createTestTenant } from '@/tests/support/fixtures/tenant';
import { adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
await openLetterCheck();
afterEach(() => vi.useRealTimers());

async function business(zone = 'UTC', currency = 'EUR') {
  const tenant = await createTestTenant(owner);
  await owner.query('update tenants set time_zone = $2 where id = $1', [tenant.id, zone]);
  const clientId = await tenant.addClient();
  await owner.query('update clients set currency = $2 where id = $1', [clientId, currency]);
  const body = (wishes: object = {}) => ({ client_id: clientId, lines: [line()], ...wishes });
  const charged = { tenantId: tenant.id, clientId, currency };
  return { ...tenant, clientId, charged, body, api: invoicesOf(tenant.admin.token) };
}

async function ledgerOf(clientId: string) {
  const { rows } = await owner.query(
    `select entry_type, debit_minor, credit_minor, reference, description, entry_on::text, balance_after_minor
     from ledger_entries where party_id = $1 order by posting_number`,
    [clientId],
  );
  return rows;
}

describe('issuing', () => {
  it('numbers the invoice, keeps both parties as they are, and posts it', async () => {
    const { api, body, clientId, id: tenantId, admin } = await business();
    await owner.query(`insert into billing_settings (tenant_id, iban, account_holder) values ($1, 'PT50', 'Harbor')`, [
      tenantId,
    ]);
    const { id, ...invoice } = await api.issued(body(), { issued_on: '2026-10-01' });
    expect(invoice).toMatchObject({
      ...{ number: '2026-0001', status: 'issued', payment_status: 'unpaid', issued_on: '2026-10-01' },
      ...{ due_on: '2026-10-15', open: '100.00', is_overdue: true },
    });
    expect(await ledgerOf(clientId)).toMatchObject([
      { entry_type: 'invoice', credit_minor: '10000', reference: '2026-0001', entry_on: '2026-10-01' },
    ]);
    const { rows } = await owner.query('select issuer, recipient, verify_code from invoices where id = $1', [id]);
    expect(rows[0]).toMatchObject({
      issuer: { name: 'Test business', iban: 'PT50' },
      recipient: { name: 'Okafor residence' },
    });
    expect(rows[0].verify_code).toMatch(/^[a-z2-7]{32}$/);
    expect((await auditOf(owner, id)).at(-1)).toEqual({ action: 'invoice.issued', actor_id: admin.id });
  });

  it('of fifty at once gives fifty consecutive numbers', async () => {
    const { api, body } = await business();
    const ids: string[] = [];
    for (let made = 0; made < 50; made++) ids.push(await api.drafted(body()));
    // They wait for one another. On a slow machine the last ones are told to come again, with nothing done.
    const issued = async (id: string, left = 20): Promise<Awaited<ReturnType<typeof api.issue>>> => {
      const answer = await api.issue(id, { issued_on: '2026-11-01' });
      return answer.status === 503 && left > 0 ? issued(id, left - 1) : answer;
    };
    const answers = await Promise.all(ids.map((id) => issued(id)));
    expect(answers.map(({ body: { data } }) => data.number).toSorted()).toEqual(
      ids.map((_, at) => `2026-${String(at + 1).padStart(4, '0')}`),
    );
  });

  it('that fails in the middle leaves no gap, no number and no entry', async () => {
    const { api, body, admin, clientId } = await business();
    const actor = await adminActor(owner, admin.email);
    const id = await api.drafted(body());
    const crash = write(actor, async (db) => {
      await issueInvoice(db, { id }, actor);
      throw new Error('power cut');
    });
    await expect(crash).rejects.toThrow('power cut');
    expect((await api.read(id)).body.data).toMatchObject({ status: 'draft', number: null });
    expect(await ledgerOf(clientId)).toEqual([]);
    expect((await api.issue(id)).body.data.number).toMatch(/-0001$/);
  });

  it('by two admins at once succeeds once', async () => {
    const { api, body, addPerson, clientId } = await business();
    const second = invoicesOf((await addPerson('admin')).token);
    const id = await api.drafted(body());
    const answers = await Promise.all([api.issue(id), second.issue(id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await ledgerOf(clientId)).toHaveLength(1);
  });

  it('counts the year of the business: in Tokyo it is 2027 already', async () => {
    const { api, body } = await business('Asia/Tokyo');
    await api.issued(body());
    const id = await api.drafted(body());
    vi.useFakeTimers({ now: new Date('2026-12-31T15:30:00Z'), toFake: ['Date'] });
    await owner.query("update api_tokens set expires_at = '2027-12-31'");
    expect((await api.issue(id)).body.data).toMatchObject({ number: '2027-0001', issued_on: '2027-01-01' });
  });

  it.each([
    ['issued long ago', { issued_on: '2001-01-01' }, ['issued_on']],
    ['issued in two years', { issued_on: '2029-01-01' }, ['issued_on']],
    ['due before it is issued', { issued_on: '2026-11-02', due_on: '2026-11-01' }, ['due_on']],
    ['due in ten years', { due_on: '2037-01-01' }, ['due_on']],
  ])('%s is 422 on its field', async (_, dates, fields) => {
    const { api, body } = await business();
    const id = await api.drafted(body());
    const answer = await api.issue(id, dates);
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, fields]);
    expect((await api.read(id)).body.data.status).toBe('draft');
  });

  it('a total of zero gives a number, is paid at once and posts nothing', async () => {
    const { api, body, clientId } = await business();
    const invoice = await api.issued(body({ lines: [line(), line({ unit_price: '-100' })] }), {
      issued_on: '2026-01-01',
    });
    expect(invoice).toMatchObject({ total: '0.00', payment_status: 'paid', is_overdue: false });
    expect(await ledgerOf(clientId)).toEqual([]);
  });

  it.each([
    ['JPY', '3', '333', '10', '1099'],
    ['KWD', '3', '1.234', '5', '3.887'],
    ['HUF', '1', '1000.50', '27', '1270.64'],
  ])('in %s has its decimals', async (currency, quantity, unit_price, tax_rate, total) => {
    const { api, body } = await business('UTC', currency);
    expect(await api.issued(body({ lines: [line({ quantity, unit_price, tax_rate })] }))).toMatchObject({
      currency,
      total,
    });
  });
});

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
    expect((await ledgerOf(clientId)).at(-1)).toMatchObject({
      ...{ entry_type: 'adjustment', debit_minor: '905888', balance_after_minor: '0' },
    });
  });

  it('after a credit note takes off the rest', async () => {
    const { api, body, clientId, charged, admin } = await business();
    const { id } = await api.issued(body());
    await createCreditNote(owner, { ...charged, id }, admin);
    await api.cancel(id);
    expect((await ledgerOf(clientId)).at(-1)).toMatchObject({ debit_minor: '9999' });
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
    expect(await ledgerOf(clientId)).toHaveLength(2);
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
    const open = await api.issued(body(), { issued_on: '2026-11-25' });
    const wrong = await api.issued(body(), { issued_on: '2026-11-26' });
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
