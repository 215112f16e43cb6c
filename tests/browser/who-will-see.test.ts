import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { manager, project } from '@/tests/support/browser/documents';
import { openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();
const { rows } = await owner.query<{ id: string }>('select id from projects where name = $1', [project]);
const id = rows[0]?.id ?? '';

/** Photos are shared by their upload where the client is chosen. */
const share = (page: Page) => page.locator('main select:has(option[value=client])').first().selectOption('client');

const asked = (page: Page) => page.locator('main a[href*="ahead="]');

async function addressOf(page: Page): Promise<string | null> {
  await asked(page).waitFor();
  return asked(page).getAttribute('href');
}

it('who will see an update, and gets a mail, is asked while it is written, and the text stays', async () => {
  const { page, complaints, close } = await openAs(browser, url, owner, manager);
  await page.goto('/admin');
  await page.locator('main summary', { hasText: 'update' }).click();
  await page.fill('input[name=title]', 'The roof is on');
  expect(await asked(page).isVisible()).toBe(false);
  await page.selectOption('select[name=id]', id);
  expect(await addressOf(page)).toBe(`/admin/explain/project/${id}?ahead=project_update`);
  const [panel] = await Promise.all([page.context().waitForEvent('page'), asked(page).click()]);
  await panel.getByRole('heading', { level: 1, name: 'Who will see an update of this project?' }).waitFor();
  const people = panel.getByRole('list', { name: 'Once it is shown' }).getByRole('listitem');
  expect((await people.allTextContents()).map((text) => text.match(/(Jane|Sam) Okafor/)?.[0]).sort()).toEqual([
    'Jane Okafor',
    'Sam Okafor',
  ]);
  expect(await people.first().textContent()).toMatch(/mail/i);
  expect(await page.inputValue('input[name=title]')).toBe('The roof is on');
  expect(complaints).toEqual([]);
  await close();
});

it.each([
  ['/admin/projects/ID/updates', 'project_update'],
  ['/admin/projects/ID/photos', 'photo'],
  ['/admin/gallery?project_id=ID', 'photo'],
])('%s asks an admin, and no staff, who may not', async (pattern, ahead) => {
  const address = pattern.replace('ID', id);
  const team = await openAs(browser, url, owner, 'staff@harborpine.example');
  await team.page.goto(address);
  await team.page.locator('main h1').waitFor();
  expect(await asked(team.page).count()).toBe(0);
  await team.close();
  const { page, close } = await openAs(browser, url, owner, manager);
  await page.goto(address);
  if (ahead === 'photo') {
    expect(await asked(page).isVisible()).toBe(false);
    await share(page);
  }
  if (ahead === 'project_update') await page.locator('main summary', { hasText: 'update' }).first().click();
  expect(await addressOf(page)).toBe(`/admin/explain/project/${id}?ahead=${ahead}`);
  await close();
});

it('an upload of photos asks about the project that is chosen, and that of folders about its own', async () => {
  const { page, close } = await openAs(browser, url, owner, manager);
  await page.goto('/admin/gallery');
  await page.selectOption('main form[method=post] select[name=project_id]', id);
  await share(page);
  expect(await addressOf(page)).toBe(`/admin/explain/project/${id}?ahead=photo`);
  await page.goto(`/admin/projects/${id}/upload`);
  await page.setInputFiles('input[type=file]:not([webkitdirectory])', {
    ...{ name: 'roof.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('photo') },
  });
  await share(page);
  expect(await addressOf(page)).toBe(`/admin/explain/project/${id}?ahead=photo`);
  await close();
});
