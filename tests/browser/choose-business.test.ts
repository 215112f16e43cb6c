import { expect, it } from 'vitest';
import { demoPassword } from '@/prisma/seed/index';
import { violations } from '@/tests/support/browser/accessibility';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { signInByForm } from '@/tests/support/browser/sign-in';
import { createClient, createClientUser, createTenant } from '@/tests/support/factories/identity';
import { mark } from '@/tests/support/factories/rows';
import { sharedPortal } from '@/tests/support/processes/portal';

const { url, owner } = await sharedPortal();
const browser = await testBrowser();

/** A person with the password of the demo at two businesses. */
async function createPerson() {
  const email = `several-${mark()}@example.com`;
  const names = [`Alder ${mark()}`, `Birch ${mark()}`];
  for (const name of names) {
    const client = await createClient(owner, await createTenant(owner, { name }));
    const { id } = await createClientUser(owner, client, { email });
    await owner.query(
      `insert into credentials (user_id, password_hash, chosen_by_owner)
       select $1, password_hash, true from credentials c join users u on u.id = c.user_id where u.email = 'jane@okafor.example'`,
      [id],
    );
  }
  return { email, names };
}

it.each([
  ['with scripts', {}],
  ['without scripts', { javaScriptEnabled: false }],
])('the sign-in asks which business is meant, and opens it without the password: %s', async (_, options) => {
  const { email, names } = await createPerson();
  const { page, complaints, close } = await openAs(browser, url, owner, null, { locale: 'en', ...options });
  await page.goto('/client/documents');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', demoPassword);
  await page.click('main button[type=submit]');
  await page.waitForURL('**/choose-business?*');
  await expect
    .poll(() => page.locator('main button').allTextContents())
    .toEqual(names.map((name) => `${name} (Client)`));
  await expect.poll(() => page.locator('input[type=password]').count()).toBe(0);
  if (!('javaScriptEnabled' in options)) expect(await violations(page)).toEqual([]);
  const ticket = await page.context().cookies();
  await page.click(`main button:has-text("${names[1]}")`);
  await page.waitForURL('**/client/documents');
  expect(await page.content()).toContain(names[1]);

  // The ticket is used up, also where somebody copied it.
  await page.goto('about:blank'); // an open page goes on asking for what is new
  await page.context().clearCookies();
  await page.context().addCookies(ticket);
  await page.goto('/choose-business');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  expect(complaints).toEqual([]);
  await close();
});

it('nobody is signed in before the choice, and a wrong password is told as ever', async () => {
  const { email } = await createPerson();
  const { page, close } = await openAs(browser, url, owner, null, { locale: 'en' });
  await signInByForm(page, email);
  await page.goto('/client');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', 'wrong orchard 41');
  await page.click('main button[type=submit]');
  await page.getByText('E-mail address or password is wrong.').first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await close();
});
