import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { manager, pdfFile, project } from '@/tests/support/browser/documents';
import { openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();

const browser = await testBrowser();

const [admin, staff] = [manager, 'staff@harborpine.example'];

const file = pdfFile;

async function chooseProject(page: Page, type: string) {
  const option = page.locator('select[name=project_id] option', { hasText: project });
  await page.selectOption('select[name=project_id]', (await option.getAttribute('value')) ?? '');
  await page.selectOption('select[name=document_type_id]', { label: type });
}

describe('uploading', () => {
  it('sends several files, shows the progress of each, and links to the documents', async () => {
    const { page, complaints, close } = await openAs(browser, url, owner, staff);
    await page.goto('/admin/documents/new');
    await page.locator('input[type=file][multiple]').waitFor();
    await page.click('main button[type=submit]');
    await expect.poll(() => page.locator('[aria-invalid=true]').count()).toBe(3);
    await expect.poll(() => page.locator('select[name=project_id]:focus').count()).toBe(1);
    await chooseProject(page, 'Plan');
    const names = ['North wall', 'South wall', 'East wall', 'West wall'];
    await page.setInputFiles('input[type=file]', [
      ...(await Promise.all(names.map((name) => file(name)))),
      { name: 'page.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><script>alert(1)</script></html>') },
    ]);
    await page.click('main button[type=submit]');
    await page.getByText('4 of 5 files uploaded').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Remove: page.pdf' }).click();
    await page.getByText('4 of 4 files uploaded').waitFor();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.method()));
    await page.locator('input[type=file]').evaluate((input) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File([new ArrayBuffer(51 * 1024 ** 2)], 'huge.pdf'));
      if (input instanceof HTMLInputElement) input.files = chosen.files;
    });
    await page.click('main button[type=submit]');
    await page.getByText('“huge.pdf” is too large: at most 50 MB.').waitFor();
    expect(sent).not.toContain('POST');
    await page.getByRole('button', { name: 'Remove: huge.pdf' }).click();
    for (const name of names)
      await expect.poll(() => page.getByRole('link', { name: `${name}.pdf` }).isVisible()).toBe(true);
    await page.getByRole('link', { name: 'North wall.pdf' }).click();
    await page.getByRole('heading', { level: 1, name: 'North wall' }).waitFor();
    expect(complaints.filter((text) => !/422/.test(text))).toEqual([]);
    await close();
  });

  it('offers sign-in and another try after the session ended, and stays when a file is dropped beside the form', async () => {
    const { page, close } = await openAs(browser, url, owner, staff);
    await page.goto('/admin/documents/new');
    await page.locator('input[type=file][multiple]').waitFor();
    const stays = await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['beside'], 'beside.pdf'));
      return !document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    expect(stays).toBe(true);
    await chooseProject(page, 'Plan');
    await page.setInputFiles('input[type=file]', await file('Late'));
    await page.context().clearCookies();
    await page.click('main button[type=submit]');
    await expect.poll(() => page.getByRole('link', { name: 'Sign in' }).getAttribute('target')).toBe('_blank');
    await expect.poll(() => page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(true);
    await close();
  });

  it('works without a script, for one file', async () => {
    const { page, close } = await openAs(browser, url, owner, admin, { javaScriptEnabled: false });
    await page.goto('/admin/documents/new');
    await chooseProject(page, 'Plan');
    await page.setInputFiles('input[type=file]', { ...(await file('empty')), buffer: Buffer.alloc(0) });
    await page.click('main button[type=submit]');
    await expect.poll(() => page.locator('li').textContent()).toBe('File: “empty.pdf” is empty.');
    await page.getByRole('link', { name: 'Back to the form' }).click();
    await chooseProject(page, 'Plan');
    await page.fill('input[name=title]', 'Sent by a plain form');
    await page.setInputFiles('input[type=file]', await file('plain'));
    await page.click('main button[type=submit]');
    await expect.poll(() => page.locator('h1').textContent()).toBe('Sent by a plain form');
    const reader = page.getByRole('link', { name: 'Read here' });
    await expect.poll(() => reader.getAttribute('href')).toMatch(/\/preview\?version=1$/);
    await close();
  });
});
