import { expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();

const chosen = 'a quiet orchard at 41';

it('a password link is told to the person on every page until they say so, again once it was used, and its fate to the admin', async () => {
  const { rows } = await owner.query<{ id: string }>("select id from users where email = 'jane@okafor.example'");
  const admin = await openAs(browser, url, owner, 'admin@harborpine.example', { locale: 'en' });
  const jane = await openAs(browser, url, owner, 'jane@okafor.example', { locale: 'en' });
  const banner = jane.page.getByRole('region', { name: 'Security' });
  await jane.page.goto('/client');
  await expect.poll(() => banner.count()).toBe(0);

  await admin.page.goto(`/admin/users/${rows[0]?.id}`);
  await admin.page.getByRole('button', { name: 'Create password link' }).click();
  const link = (await admin.page.locator('main code').textContent()) ?? '';
  for (const path of ['/client/documents', '/client']) {
    await jane.page.goto(path);
    await banner.getByText(/Marta Figueiredo/).waitFor();
  }
  await banner.getByRole('button').click();
  await banner.waitFor({ state: 'detached' });
  await jane.page.goto('/client/documents');
  await expect.poll(() => banner.count()).toBe(0);

  const other = await openAs(browser, url, owner, null, { locale: 'en' });
  await other.page.goto(link);
  for (const field of await other.page.locator('input[type=password]').all()) await field.fill(chosen);
  await other.page.getByRole('button', { name: /^Set password/ }).click();
  await other.page.waitForURL('**/client');
  // The new password ends the other sessions; whoever signs in again with it sees that the link was used.
  await other.page.goto('/client');
  await other.page.getByRole('region', { name: 'Security' }).getByText(/used/).waitFor();
  await admin.page.reload();
  await admin.page.getByText(/used/i).first().waitFor();
  for (const { complaints, close } of [admin, jane, other]) {
    expect(complaints).toEqual([]);
    await close();
  }
});
