import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();
const jane = 'jane@okafor.example';
const admin = 'admin@harborpine.example';
const phone = { viewport: { width: 360, height: 740 } };

describe('the client', () => {
  it('keeps the balance on the screen of a phone, follows an entry to its invoice, and saves the statement', async () => {
    const { page, complaints, close } = await openAs(browser, url, owner, jane, phone);
    await page.goto('/client/ledger');
    const shown = await page.evaluate(
      () => document.querySelector('main .font-serif.text-title.numerals')?.textContent,
    );
    const rows = page.getByRole('table', { name: 'Entries' }).getByRole('row');
    await expect.poll(() => rows.count()).toBeGreaterThan(10);
    await rows.last().scrollIntoViewIfNeeded();
    const bar = page.locator('p.sticky');
    await expect.poll(() => bar.textContent()).toContain(shown ?? 'no balance');
    expect((await bar.boundingBox())?.y).toBeCloseTo(0, 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

    await page
      .getByRole('link', { name: /^Payment for invoice/ })
      .first()
      .click();
    await page.waitForURL(/\/client\/invoices\/[0-9a-f-]{36}$/);
    await page.goto('/client/ledger/statement?date_from=2020-01-01&date_to=2030-12-31');
    await expect.poll(() => page.getByRole('row').last().textContent()).toContain(shown ?? 'no balance');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download PDF' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Statement 2020-01-01 2030-12-31.pdf');
    expect(complaints).toEqual([]);
    await close();
  });

  it('filters by type without a script, and prints a statement without controls', async () => {
    const { page, close } = await openAs(browser, url, owner, jane, { javaScriptEnabled: false });
    await page.goto('/client/ledger');
    await page.getByLabel('Type').selectOption('payment');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(new URL(page.url()).searchParams.get('entry_type')).toBe('payment');
    await expect.poll(() => page.getByRole('link', { name: /^Invoice / }).count()).toBe(0);
    await page.goto('/client/ledger/statement');
    await page.emulateMedia({ media: 'print' });
    const controls = page.locator('a[download], button, input, select, nav, [href="#content"]');
    for (const control of await controls.all()) await expect.poll(() => control.isVisible()).toBe(false);
    await expect.poll(() => page.getByRole('heading', { name: 'Statement' }).isVisible()).toBe(true);
    await close();
  });
});

describe('an admin', () => {
  it('checks an account and posts by hand, with a refusal on its field first', async () => {
    const { page, complaints, close } = await openAs(browser, url, owner, admin);
    await page.goto('/admin/ledger');
    await page.getByLabel('Client').selectOption('Rao villa');
    await page.getByRole('heading', { level: 1, name: 'Rao villa' }).waitFor();
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText(/^Last found in order /).waitFor();
    await page.getByRole('link', { name: 'Post an entry' }).click();
    await page.getByLabel('Kind').selectOption('relief');
    await page.getByLabel('Description').fill('Goodwill');
    await page.getByLabel('Amount').fill('0');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByRole('link', { name: 'Enter an amount above zero.' }).waitFor();
    await page.getByLabel('Amount').fill('12.50');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.waitForURL(/\/admin\/ledger\?party_id=/);
    const first = page.getByRole('table', { name: 'Entries' }).getByRole('row').nth(1);
    await expect.poll(() => first.textContent()).toMatch(/Goodwill.*€12\.50/);
    expect(complaints).toEqual([]);
    await close();
  });
});
