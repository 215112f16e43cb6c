import type { Locator } from 'playwright';
import { expect, it } from 'vitest';
import { runDue } from '@/lib/jobs/runner';
import { importJob } from '@/lib/worker/imports';
import { testBrowser } from '@/tests/support/browser/browser';
import { hydrated, openAs } from '@/tests/support/browser/session';
import { createAdmin, createTenant } from '@/tests/support/factories/identity';
import { sharedPortal } from '@/tests/support/processes/portal';

const { url, owner } = await sharedPortal();
const browser = await testBrowser();

const phone = { viewport: { width: 360, height: 740 } };

it('an admin with a phone uploads clients, assigns a column, sees the wrong row, and writes the corrected file', async () => {
  const tenant = await createTenant(owner, { name: 'Moved business' });
  const { email } = await createAdmin(owner, tenant);
  const { page, complaints, close } = await openAs(browser, url, owner, email, phone);
  const send = async (text: string) => {
    await page.goto('/admin/imports/new?kind=clients');
    await hydrated(page.locator('main form button[type=submit]'));
    await page.setInputFiles('input[name=file]', {
      name: 'clients.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });
    await page.click('main form button[type=submit]');
    await page.waitForURL(/\/admin\/imports\/[0-9a-f-]{36}$/);
  };
  /** Presses a button and does the work that it asks for, if no worker has done it, until the page shows its end. */
  const until = async (button: Locator, end: string) => {
    await button.click();
    const isShown = async () => {
      await runDue({ import: importJob });
      return page.getByText(end).first().isVisible();
    };
    await expect.poll(isShown, { timeout: 60_000, interval: 500 }).toBe(true);
  };
  const check = () => until(page.getByRole('button', { name: 'Check the file' }), 'What the check found');

  await send('Firm;Art\nOkafor;household\nRao;club\n');
  await page.selectOption('select[name="columns.0.field"]', 'name');
  await page.selectOption('select[name="columns.1.field"]', 'kind');
  await check();
  await page.getByText('There is a problem in the file.').waitFor();
  await expect.poll(() => page.locator('main table').textContent()).toContain('club');
  await expect.poll(() => page.getByRole('button', { name: /^Write/ }).count()).toBe(0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBe(0);

  await send('Name;Kind\nOkafor;household\nRao;company\n');
  await check();
  await until(page.getByRole('button', { name: 'Write 2 records' }), 'What was written');
  const { rows } = await owner.query('select name from clients where tenant_id = $1 order by name', [tenant.id]);
  expect(rows.map(({ name }) => name)).toEqual(['Okafor', 'Rao']);

  await page.getByRole('button', { name: 'Take it back' }).click();
  await until(page.getByRole('alertdialog').getByRole('button', { name: 'Take it back' }), 'has been taken back');
  expect((await owner.query('select id from clients where tenant_id = $1', [tenant.id])).rows).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});
