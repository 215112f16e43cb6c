import { expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { addressOf, type PortalPage, portalPages } from '@/tests/support/browser/portal-pages';
import { openAs } from '@/tests/support/browser/session';
import { signIn } from '@/tests/support/identity/sign-in';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();

/** The content of a page, without what differs with each answer. */
async function contentOf(path: string, cookie: string): Promise<string> {
  const answer = await fetch(url + path, { headers: { cookie, 'accept-language': 'en' } });
  expect(answer.status, path).toBe(200);
  const [, main = ''] = /<main[^>]*>(.*)<\/main>/s.exec(await answer.text()) ?? [];
  expect(main.length).toBeGreaterThan(500);
  // Next numbers the forms of a page, the banner's among them.
  const ofForms = /<input type="hidden" name="(?:\$ACTION_[^"]*|_once)"[^>]*>/g;
  return main.replaceAll(/nonce="[^"]*"/g, '').replaceAll(ofForms, '');
}

it('an admin sees what a person sees, changes nothing, and ends it with one click', async () => {
  const { rows } = await owner.query<{ id: string }>("select id from users where email = 'jane@okafor.example'");
  const id = rows[0]?.id ?? '';
  const visits = async () => (await owner.query('select * from visits where user_id = $1 order by place', [id])).rows;
  const before = await visits();
  const { page, complaints, close } = await openAs(browser, url, owner, 'admin@harborpine.example', { locale: 'en' });
  await page.goto('/client');
  await page.waitForURL('**/admin');
  await page.goto(`/admin/users/${id}`);
  await page.getByRole('button', { name: 'View as this person' }).click();
  await page.waitForURL('**/client');
  const banner = page.getByRole('complementary', { name: 'Viewing as another person' });
  await banner.getByText('You see the portal as Jane Okafor.').waitFor();

  const cookies = await page.context().cookies();
  const mine = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const { cookie: hers } = await signIn(owner, 'jane@okafor.example');
  // The settings mark the session that reads them.
  const alike = ({ pattern }: PortalPage) => pattern.startsWith('/client') && pattern !== '/client/settings';
  for (const one of portalPages().filter(alike)) {
    const path = await addressOf(one, owner);
    expect.soft(await contentOf(path, mine), path).toBe(await contentOf(path, hers));
  }

  // Photos and documents load too; a page with a mark of what is new leaves none.
  await page.goto('/client/gallery');
  await banner.waitFor();
  const photo = page.locator('main img').first();
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await page.waitForLoadState('networkidle');
  expect(await visits()).toEqual(before);

  // A form is refused, because the session behind it is the admin's.
  await page.goto('/client/settings');
  await page.getByLabel('Name', { exact: true }).fill('Somebody Else');
  await page.getByRole('button', { name: /^Save/ }).first().click();
  await page.getByRole('alert').first().waitFor();
  const { rows: after } = await owner.query('select name from users where id = $1', [id]);
  expect(after[0].name).toBe('Jane Okafor');

  await banner.getByRole('button', { name: 'Stop' }).click();
  await page.waitForURL(`**/admin/users/${id}`);
  await page.goto('/client');
  await page.waitForURL('**/admin');
  const { rows: lines } = await owner.query(
    "select actor_name from audit_entries where action = 'user.impersonated' and record_id = $1 and created_at > now() - interval '10 minutes'",
    [id],
  );
  expect(lines).toHaveLength(1);
  expect(complaints).toEqual([]);
  await close();
});
