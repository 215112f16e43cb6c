import { afterEach, describe, expect, it, vi } from 'vitest';
import { write } from '@/lib/authz/scope';
import { issueInvoice } from '@/lib/invoices/commands';
import { openLetterCheck } from '@/lib/pdf/letter-check';
import { testDatabase } from '@/tests/support/database/database';
import { chargingBusiness, ledgerOf } from '@/tests/support/fixtures/charging';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
await openLetterCheck();

afterEach(() => vi.useRealTimers());

const business = (...of: [zone?: string, currency?: string]) => chargingBusiness(owner, ...of);
const ledger = (clientId: string) => ledgerOf(owner, clientId);

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
    expect(await ledger(clientId)).toMatchObject([
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
    expect(await ledger(clientId)).toEqual([]);
    expect((await api.issue(id)).body.data.number).toMatch(/-0001$/);
  });

  it('by two admins at once succeeds once', async () => {
    const { api, body, addPerson, clientId } = await business();
    const second = invoicesOf((await addPerson('admin')).token);
    const id = await api.drafted(body());
    const answers = await Promise.all([api.issue(id), second.issue(id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await ledger(clientId)).toHaveLength(1);
  });

  it('counts the year of the business: in Tokyo it is 2027 already', async () => {
    const { api, body } = await business('Asia/Tokyo');
    await api.issued(body(), { issued_on: '2026-11-25' });
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
    expect(await ledger(clientId)).toEqual([]);
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
