import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { smallPdf } from '@/tests/support/http/upload';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();
const manager = 'admin@harborpine.example';
const proof = { name: 'transfer.pdf', mimeType: 'application/pdf', buffer: Buffer.from(smallPdf()) };

async function openInvoice(email: string): Promise<{ id: string; client_id: string; number: string }> {
  const { rows } = await owner.query(
    `select i.id, i.client_id, i.number from invoices i join users u on u.client_id = i.client_id
     where u.email = $1 and i.open_minor > 0 and not exists (select from payment_claims c where c.invoice_id = i.id and c.status = 'claimed')
     order by i.due_on desc limit 1`,
    [email],
  );
  return rows[0];
}

const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name }).click();

describe.each([
  ['with a script', true],
  ['without a script', false],
])('%s', (_, javaScriptEnabled) => {
  const open = (account: string) => openAs(browser, url, owner, account, { javaScriptEnabled, locale: 'en' });

  it('a client reports an invoice as paid with a proof, and an admin confirms a part of it', async () => {
    const { id, number } = await openInvoice('ravi@rao.example');
    const client = await open('ravi@rao.example');
    await client.page.goto(`/client/invoices/${id}`);
    await client.page.setInputFiles('input[name=proof]', proof);
    await press(client.page, 'I have paid');
    await client.page.getByText('You reported this invoice as paid').waitFor();
    await expect.poll(() => client.page.getByText('Reported as paid', { exact: true }).count()).toBe(1);

    const admin = await open(manager);
    await admin.page.goto('/admin/payments');
    await admin.page.getByRole('link', { name: 'Rao villa' }).first().click();
    await admin.page.getByRole('heading', { name: `Invoice ${number} reported as paid` }).waitFor();
    await expect.poll(() => admin.page.getByRole('link', { name: 'transfer.pdf' }).count()).toBe(1);
    await admin.page.locator('input[name=amount]').fill('one hundred');
    await press(admin.page, 'Confirm and record');
    await admin.page.locator('input[name=amount][aria-invalid=true]').waitFor();
    await admin.page.locator('input[name=amount]').fill('1,000.50');
    await press(admin.page, 'Confirm and record');
    await admin.page.getByText('Confirmed by').waitFor();

    await client.page.goto(`/client/invoices/${id}`);
    await client.page.getByText('-€1,000.50').last().waitFor();
    for (const { complaints, close } of [client, admin]) {
      expect(complaints).toEqual([]);
      await close();
    }
  });

  it('an admin records a payment of two invoices, allocates its rest, and refunds a part', async () => {
    const { id, client_id } = await openInvoice('jane@okafor.example');
    const { page, complaints, close } = await open(manager);
    await page.goto(`/admin/payments/new?client=${client_id}&invoice=${id}`);
    const fields = page.locator('input[name^="allocations."][name$=".amount"]');
    await page.locator('input[name=amount]').fill('300');
    await press(page, 'Record payment');
    await page.locator('[aria-invalid=true]').waitFor();
    for (const [at, amount] of ['100', '150.25'].entries()) await fields.nth(at).fill(amount);
    for (let at = 2; at < (await fields.count()); at++) await fields.nth(at).fill('');
    await press(page, 'Record payment');
    await page.getByRole('heading', { name: 'Payment of €300.00' }).waitFor();
    await expect.poll(() => page.getByText('€49.75').count()).toBeGreaterThan(0);
    await fields.first().fill('49.75');
    await press(page, 'Allocate');
    // One of the two invoices has it, whichever comes first.
    await expect.poll(() => page.getByText(/€(?:149\.75|200\.00)/).count()).toBeGreaterThan(0);
    await page.getByText('Record a refund').click();
    await page.locator('input[name=amount]').fill('20');
    await press(page, 'Record refund');
    await page.getByRole('heading', { name: 'Refunds' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('an admin credits a part of an invoice, and the client reads the credit note', async () => {
    const { id } = await openInvoice('jane@okafor.example');
    const { page, complaints, close } = await open(manager);
    await page.goto(`/admin/invoices/${id}`);
    await page.getByRole('link', { name: 'Credit', exact: true }).click();
    await page.locator('textarea[name=reason]').fill('A scratch in the frame');
    await page.getByLabel('Some of it').check();
    await page.locator('input[name$=".description"]:visible').fill('Price reduction');
    await page.locator('input[name$=".unitPrice"]:visible').last().fill('999,999');
    await press(page, 'Issue credit note');
    await page.locator('[aria-invalid=true]').waitFor();
    await page.locator('input[name$=".unitPrice"]:visible').last().fill('10.00');
    await press(page, 'Issue credit note');
    await page.waitForURL(/\/credit-notes\/[0-9a-f-]{36}$/);
    const number = (await page.locator('h1').textContent())?.replace('Credit note ', '') ?? '';
    const client = await open('jane@okafor.example');
    await client.page.goto(`/client/invoices/${id}`);
    await client.page.getByRole('link', { name: number }).click();
    await client.page.getByText('A scratch in the frame').waitFor();
    expect([complaints, client.complaints]).toEqual([[], []]);
    await close();
    await client.close();
  });
});
