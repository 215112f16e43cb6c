import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { signInByForm } from '@/tests/support/browser/sign-in';
import { sharedPortal } from '@/tests/support/processes/portal';

const { url, owner } = await sharedPortal();
const browser = await testBrowser();

/** Signs in through the form and returns the path of the page it leads to. */
async function landing(email: string): Promise<string> {
  const { page, close } = await openAs(browser, url, owner, null);
  await signInByForm(page, email);
  await page.locator('h1').waitFor();
  const { pathname } = new URL(page.url());
  await close();
  return pathname;
}

describe('signing in leads to the area of the user type', () => {
  it.each([
    ['super@oriel.example', '/platform'],
    ['admin@harborpine.example', '/admin'],
    ['staff@harborpine.example', '/admin'],
    ['jane@okafor.example', '/client'],
    ['sam@okafor.example', '/client'],
    ['ravi@rao.example', '/client'],
    ['admin@kestrel.example', '/admin'],
    ['lena@bright.example', '/client'],
  ])('%s → %s', async (email, area) => {
    expect(`/${(await landing(email)).split('/')[1]}`).toBe(area);
  });
});

/** The ids of the projects linked from a user's start page. */
async function projectsOf(email: string): Promise<string[]> {
  const { page, close } = await openAs(browser, url, owner, email);
  await page.goto('/client/projects');
  const links = await page.locator('main a[href^="/client/projects/"]').all();
  const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
  await close();
  return [...new Set(addresses.map((address) => address?.split('/').at(-1) ?? ''))].sort();
}

async function projectsInDatabase(email: string): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    'select p.id from projects p join users u on u.client_id = p.client_id where u.email = $1',
    [email],
  );
  return rows.map(({ id }) => id).sort();
}

describe('people of a client see exactly their client’s projects', () => {
  it.each([
    ['jane@okafor.example', 'Okafor residence'],
    ['sam@okafor.example', 'Okafor residence'],
    ['ravi@rao.example', 'Rao villa'],
    ['lena@bright.example', 'Bright Foods'],
  ])('%s: those of %s', async (email) => {
    const expected = await projectsInDatabase(email);
    expect(expected.length).toBeGreaterThan(0);
    expect(await projectsOf(email)).toEqual(expected);
  });

  it('the project of another client is a 404 without its name', async () => {
    const [foreign] = await projectsInDatabase('jane@okafor.example');
    const { rows } = await owner.query<{ name: string }>('select name from projects where id = $1', [foreign]);
    const { page, close } = await openAs(browser, url, owner, 'ravi@rao.example');
    const answer = await page.goto(`/client/projects/${foreign}`);
    expect(answer?.status()).toBe(404);
    expect(await page.content()).not.toContain(rows[0]?.name);
    await close();
  });
});

describe('the areas of other user types redirect to one’s own', () => {
  it.each([
    ['jane@okafor.example', '/admin', '/client'],
    ['jane@okafor.example', '/platform/tenants', '/client'],
    ['admin@harborpine.example', '/client', '/admin'],
    ['staff@harborpine.example', '/platform', '/admin'],
    ['super@oriel.example', '/admin/projects', '/platform'],
  ])('%s asking for %s ends at %s', async (email, asked, end) => {
    const { page, close } = await openAs(browser, url, owner, email);
    await page.goto(asked);
    expect(new URL(page.url()).pathname).toBe(end);
    await close();
  });

  it('a visitor without a session is redirected to sign-in and back', async () => {
    const { page, close } = await openAs(browser, url, owner, null);
    await page.goto('/client/progress');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.fill('input[name=email]', 'jane@okafor.example');
    await page.fill('input[name=password]', 'oriel-demo-2026');
    await page.click('main button[type=submit]');
    await page.waitForURL('**/client/progress');
    await close();
  });

  it.each([
    ['/client-portal', '/client'],
    ['/client-portal/dashboard', '/client'],
    ['/client-portal/projects?status=active', '/client/projects?status=active'],
  ])('the old address %s leads to %s', async (old, present) => {
    const { page, close } = await openAs(browser, url, owner, 'jane@okafor.example');
    await page.goto(old);
    expect(page.url()).toBe(url + present);
    await close();
  });
});
