import { describe, expect, it } from 'vitest';
import { write } from '@/lib/authz/scope';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/forms/validation';
import { changeBilling } from '@/lib/invoices/settings/commands';
import { getBilling, nextNumbers } from '@/lib/invoices/settings/queries';
import { changeBillingInput } from '@/lib/invoices/settings/schemas';
import { testDatabase } from '@/tests/support/database/database';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import { auditOf, createTestTenant } from '@/tests/support/fixtures/tenant';
import { adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

async function business() {
  const { admin, addClient, id } = await createTestTenant(owner);
  const actor = await adminActor(owner, admin.email);
  const client_id = await addClient();
  const api = invoicesOf(admin.token);
  const change = (wishes: object) =>
    write(actor, (db) => changeBilling(db, parseInput(changeBillingInput, wishes), actor));
  const issue = async (issued_on = '2026-11-01') =>
    (await api.issued({ client_id, lines: [line({ tax_rate: undefined })] }, { issued_on })) as {
      number: string;
      total: string;
      due_on: string;
    };
  const next = () => write(actor, async (db) => nextNumbers(db, await getBilling(db, actor), '2026-11-30'));
  return { id, api, change, issue, next };
}

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown) => thrown,
  );
  return error instanceof AppError
    ? Object.entries(error.fields).map(([field, [message]]) => [field, message?.key])
    : error;
};

describe('the settings of invoices', () => {
  it('number, tax and date the next invoice', async () => {
    const { id, change, issue, next } = await business();
    const numbers = { invoicePrefix: 'HP-', numberWidth: 3, numberRestartsYearly: false, firstInvoiceNumber: 41 };
    await change({ ...numbers, numberWithYear: false, paymentTermDays: 30, taxRate: '8.875' });
    expect(await next()).toEqual({ invoice: 'HP-041', creditNote: 'CN-001' });
    expect(await issue()).toMatchObject({ number: 'HP-041', total: '108.88', due_on: '2026-12-01' });
    expect(await next()).toMatchObject({ invoice: 'HP-042' });
    expect((await auditOf(owner, id)).map(({ action }) => action)).toEqual(['settings.billing_changed']);
  });

  it('keep a bank account in its electronic form', async () => {
    const { id, change } = await business();
    await change({ iban: ' pt50 0002 0123 1234 5678 9015 4', bic: 'bcomptpl', countryCode: 'pt' });
    const { rows } = await owner.query('select iban, bic, country_code from billing_settings where tenant_id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ iban: 'PT50000201231234567890154', bic: 'BCOMPTPL', country_code: 'PT' }]);
  });

  it.each([
    ['an IBAN with a wrong digit', { iban: 'PT50000201231234567890155' }, 'iban', 'iban'],
    ['a BIC of seven letters', { bic: 'BCOMPTP' }, 'bic', 'bic'],
    ['a country that does not exist', { countryCode: 'XQ' }, 'countryCode', 'countryCode'],
    ['a prefix that ends in a digit', { invoicePrefix: 'R1' }, 'invoicePrefix', 'numberPrefix'],
    ['a term of two years', { paymentTermDays: 730 }, 'paymentTermDays', 'tooBig'],
    ['a yearly start without the year', { numberWithYear: false }, 'numberRestartsYearly', 'restartNeedsYear'],
    ['one prefix for both', { invoicePrefix: 'CN-' }, 'creditNotePrefix', 'samePrefix'],
  ])('refuse %s on its field', async (_, wishes, field, key) => {
    const { change } = await business();
    expect(await refusal(change(wishes))).toEqual([[field, key]]);
  });
});

describe('numbers that were printed', () => {
  it('never come again by another form', async () => {
    const { change, issue, next } = await business();
    await issue();
    // Without the yearly start the count would begin anew, with the same year before it.
    expect(await refusal(change({ numberRestartsYearly: false }))).toEqual([['invoicePrefix', 'numberRepeats']]);
    await change({ numberRestartsYearly: false, numberWithYear: false });
    expect(await next()).toMatchObject({ invoice: '0001' });
    expect((await issue()).number).toBe('0001');
    // Back to the first form the count of the year goes on.
    await change({ numberRestartsYearly: true, numberWithYear: true });
    expect((await issue()).number).toBe('2026-0002');
  });

  it('may get more digits, which none of them has', async () => {
    const { change, issue } = await business();
    await issue();
    await change({ numberWidth: 6 });
    expect((await issue()).number).toBe('2026-000002');
  });
});
