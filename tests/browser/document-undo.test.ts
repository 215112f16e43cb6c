import type { Locator } from 'playwright';
import { expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { addDocument, manager } from '@/tests/support/browser/documents';
import { hydrated, openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();

const stateOf = async (id: string) =>
  (
    await owner.query<{ status: string; isShown: boolean }>(
      'select status, published_version_id is not null as "isShown" from documents where id = $1',
      [id],
    )
  ).rows[0];

const isFocused = (button: Locator) => button.evaluate((node) => node === document.activeElement);

it('a publication and a withdrawal are taken back from the toast; a step that no rule leads back from is not', async () => {
  const id = await addDocument(url, owner, 'Published too early', 'pending', 'approved');
  const { page, complaints, close } = await openAs(browser, url, owner, manager, { locale: 'en' });
  await page.goto(`/admin/documents/${id}`);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => stateOf(id)).toEqual({ status: 'approved', isShown: false });
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect.poll(() => stateOf(id)).toEqual({ status: 'approved', isShown: false });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => stateOf(id)).toEqual({ status: 'published', isShown: true });

  const draft = await addDocument(url, owner, 'From a draft');
  await page.goto(`/admin/documents/${draft}`);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Client sees this').waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Dismiss message' }).count()).toBe(1);
  await expect.poll(() => page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

it('a publication of several documents is taken back from its summary', async () => {
  const titles = ['First of two', 'Second of two'];
  const ids: string[] = [];
  for (const title of titles) ids.push(await addDocument(url, owner, title, 'pending', 'approved'));
  const states = () => Promise.all(ids.map(stateOf));
  const { page, complaints, close } = await openAs(browser, url, owner, manager, { locale: 'en' });
  await page.goto('/admin/documents?search=of+two');
  const apply = page.getByRole('button', { name: 'Apply' });
  for (const box of await page.locator('input[name=documents]').all()) await box.check();
  await hydrated(apply);
  await page.getByRole('combobox', { name: 'Action' }).last().selectOption('publish');
  await apply.click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish' }).click();
  await expect.poll(states).toEqual(ids.map(() => ({ status: 'published', isShown: true })));
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(states).toEqual(ids.map(() => ({ status: 'approved', isShown: false })));
  expect(complaints).toEqual([]);
  await close();
});

it('the toast waits while the pointer or the focus is on it; F8 reaches it and Escape takes it away', async () => {
  const id = await addDocument(url, owner, 'Read slowly', 'pending', 'approved');
  const { page, complaints, close } = await openAs(browser, url, owner, manager, { locale: 'en' });
  await page.clock.install();
  await page.goto(`/admin/documents/${id}`);
  const publish = page.getByRole('button', { name: 'Publish' });
  await hydrated(publish);
  await publish.click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.waitFor();
  await expect
    .poll(() => page.getByRole('region', { name: 'Messages' }).getByRole('status').textContent())
    .not.toBe('');
  await page.keyboard.press('F8');
  await expect.poll(() => page.locator('button:focus').textContent()).toBe('Undo');
  await page.clock.fastForward(20_000);
  await expect.poll(() => undo.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await undo.waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('h1:focus').count()).toBe(1);

  const withdraw = page.getByRole('button', { name: 'Withdraw' });
  const asking = page.getByRole('alertdialog', { name: 'Withdraw' });
  await withdraw.click();
  await expect.poll(() => asking.locator('button:focus').textContent()).toBe('Cancel');
  await page.keyboard.press('Escape');
  await asking.waitFor({ state: 'detached' });
  await expect.poll(() => isFocused(withdraw)).toBe(true);
  await withdraw.click();
  await asking.getByRole('button', { name: 'Withdraw' }).click();
  await undo.hover();
  await page.clock.fastForward(20_000);
  await expect.poll(() => undo.isVisible()).toBe(true);
  await page.mouse.move(0, 0);
  await expect.poll(() => page.clock.fastForward(10_000).then(() => undo.count())).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

it('a dialog whose script does not arrive says so, and opens when it does', async () => {
  const id = await addDocument(url, owner, 'Asked on a train', 'pending');
  const { page, close } = await openAs(browser, url, owner, manager, { locale: 'en' });
  await page.goto(`/admin/documents/${id}`);
  const reject = page.getByRole('button', { name: 'Reject' });
  await hydrated(reject);
  await page.route('**/_next/static/chunks/**', (route) => route.abort());
  await reject.click();
  await page.getByRole('alert').getByText('The portal did not answer').waitFor();
  await page.unrouteAll();
  await reject.click();
  const dialog = page.getByRole('dialog', { name: 'Reject' });
  await dialog.waitFor();
  await expect.poll(() => dialog.locator('textarea:focus').count()).toBe(1);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => isFocused(reject)).toBe(true);
  await close();
});
