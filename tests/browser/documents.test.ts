import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { addDocument, manager, pdfFile } from '@/tests/support/browser/documents';
import { openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();

const browser = await testBrowser();

const [admin, staff] = [manager, 'staff@harborpine.example'];

const file = pdfFile;

const insertRow = (title: string, ...states: string[]) => addDocument(url, owner, title, ...states);

describe('the board', () => {
  it('applies a step to every selected document, and lists the ones it could not change', async () => {
    await insertRow('Ready one');
    await insertRow('Ready two');
    await insertRow('Turned down', 'pending', 'rejected');
    const { page, complaints, close } = await openAs(browser, url, owner, admin);
    await page.goto('/admin/documents?view=board');
    for (const title of ['Ready one', 'Ready two', 'Turned down']) await page.getByLabel(`Select ${title}`).check();
    await page.selectOption('select[name=step]', 'publish');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('Their clients see all 3 immediately.').waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('2 documents were moved.').waitFor();
    const alert = page.getByRole('alert').filter({ hasText: 'Turned down' });
    await expect.poll(() => alert.textContent()).toContain('From here it can become: draft.');
    await expect.poll(() => page.locator('input[name=documents]:checked').count()).toBe(0);
    await alert.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => alert.count()).toBe(0);
    const published = page.getByRole('region', { name: /^Published/ });
    await expect.poll(() => published.getByRole('link', { name: 'Ready one' }).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps selection, step and text when a field is missing, and marks that field', async () => {
    await insertRow('Awaits a word', 'pending');
    await insertRow('Awaits another', 'pending');
    const { page, complaints, close } = await openAs(browser, url, owner, admin);
    await page.goto('/admin/documents');
    for (const title of ['Awaits a word', 'Awaits another']) await page.getByLabel(`Select ${title}`).check();
    await page.getByText('2 documents selected').waitFor();
    await page.selectOption('select[name=step]', 'reject');
    await page.getByRole('button', { name: 'Apply' }).click();
    const reason = page.locator('input[name=reason][aria-invalid=true]');
    await reason.waitFor();
    await expect.poll(() => reason.evaluate((field) => field === document.activeElement)).toBe(true);
    await expect.poll(() => page.locator('#move-documents-reason-error').textContent()).toBe('Please fill this in.');
    await expect.poll(() => page.locator('input[name=documents]:checked').count()).toBe(2);
    await expect.poll(() => page.locator('select[name=step]').inputValue()).toBe('reject');
    await page.getByRole('button', { name: 'Clear selection' }).click();
    await reason.fill('The scale is missing.');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('alert').getByText('Choose at least one document.').waitFor();
    await expect.poll(() => page.locator('input[name=reason]').inputValue()).toBe('The scale is missing.');
    for (const title of ['Awaits a word', 'Awaits another']) await page.getByLabel(`Select ${title}`).check();
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('2 documents were moved.').waitFor();
    await expect.poll(() => page.locator('input[name=documents]:checked').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('offers staff no step that it would refuse', async () => {
    const id = await insertRow('For the admin', 'pending', 'approved');
    const { page, close } = await openAs(browser, url, owner, staff);
    await page.goto('/admin/documents');
    const steps = await page.locator('select[name=step] option').allInnerTexts();
    expect(steps).not.toContain('Publish');
    expect(steps).toContain('Approve');
    await page.goto(`/admin/documents/${id}`);
    await expect.poll(() => page.getByRole('button', { name: 'Publish' }).count()).toBe(0);
    await expect.poll(() => page.getByText('An administrator can now publish it.').isVisible()).toBe(true);
    expect((await page.goto('/admin/document-types'))?.url()).toContain('/no-access');
    await close();
  });
});

describe('one document', () => {
  it('is rejected with a reason, gets a new version, is published, and what was open in another tab is not overrun', async () => {
    const id = await insertRow('Stair plan', 'pending');
    const { page, close } = await openAs(browser, url, owner, admin);
    const other = await page.context().newPage();
    for (const tab of [page, other]) await tab.goto(`/admin/documents/${id}`);
    await page.getByRole('button', { name: 'Reject' }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => page.locator('textarea:focus').count()).toBe(1);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Reject' }).click();
    await dialog.getByRole('button', { name: 'Reject' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('Reason').fill('The handrail is missing.');
    await dialog.getByRole('button', { name: 'Reject' }).click();
    await page.getByText('The handrail is missing.').first().waitFor();

    await other.getByRole('button', { name: 'Approve', exact: true }).click();
    await other.getByText(/^Rejected by .*:$/).waitFor();
    const told = other.getByText(/This document is rejected, by .* From here it can become: draft\./);
    await expect.poll(() => told.first().isVisible()).toBe(true);
    await expect.poll(() => other.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);

    await page.setInputFiles('input[type=file]', await file('stair-2'));
    await page.getByRole('button', { name: 'Upload' }).click();
    await page.getByText('Version 2', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Client sees this').waitFor();
    await close();
  });
});

describe('a mistake', () => {
  it('in a published document is withdrawn behind a newer version; a document that was never published is removed', async () => {
    const out = await insertRow('Published by mistake', 'published');
    const wrong = await insertRow('Wrong file', 'pending');
    const { page, complaints, close } = await openAs(browser, url, owner, admin);
    await page.goto(`/admin/documents/${out}`);
    await page.setInputFiles('input[type=file]', await file('better'));
    await page.getByRole('button', { name: 'Upload' }).click();
    await page.getByRole('button', { name: 'Withdraw version 1' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => page.locator(':focus').textContent()).toBe('Withdraw version 1');
    await page.getByRole('button', { name: 'Withdraw version 1' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('The version that the client saw was withdrawn').waitFor();
    await expect.poll(() => page.getByText('Client sees this').count()).toBe(0);
    await expect.poll(() => page.getByText('No longer visible').isVisible()).toBe(true);
    await expect.poll(() => page.locator(':focus').textContent()).toBe('Published by mistake');
    await page.goto(`/admin/documents/${out}/edit`);
    await expect.poll(() => page.getByRole('button', { name: 'Remove document' }).count()).toBe(0);

    await page.goto(`/admin/documents/${wrong}/edit`);
    await page.getByRole('button', { name: 'Remove document' }).click();
    await page.getByRole('button', { name: 'Remove for good' }).click();
    await page.waitForURL('**/admin/documents');
    expect((await page.request.get(`/admin/documents/${wrong}`)).status()).toBe(404);
    expect(complaints).toEqual([]);
    await close();
  });
});
