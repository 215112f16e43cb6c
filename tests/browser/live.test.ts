import type { Page, Route } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { held } from '@/tests/support/browser/held';
import { hydrated, openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';
import { startPortal } from '@/tests/support/processes/portal-process';

const { url, owner, folder } = await ownPortal();
const browser = await testBrowser();
// A second process on the same database: what happens in one is seen in the other.
const second = await startPortal({ ownerUrl: '', appUrl: process.env.ORIEL_APP_DATABASE_URL ?? '' }, folder);
afterAll(() => second.stop());

const { rows } = await owner.query<{ id: string; updateId: string }>(
  `select p.id, u.id as "updateId" from projects p join project_updates u on u.project_id = p.id
   where p.name = 'Okafor residence: new house' and u.published_at is not null order by u.posted_on desc limit 1`,
);
const { id = '' } = rows[0] ?? {};

/** Writes a comment under the newest update of the open page. */
async function comment(page: Page, text: string) {
  const article = page.locator(`#update-${rows[0]?.updateId}`);
  await article.getByText('Write a comment').click();
  await hydrated(article.getByRole('textbox'));
  await article.getByRole('textbox').fill(text);
  await article.getByRole('button', { name: 'Send' }).click();
}

it('shows what the other side writes without a reload, across two processes and in every tab', async () => {
  const jane = await openAs(browser, url, owner, 'jane@okafor.example');
  const team = await openAs(browser, second.addresses.url, owner, 'staff@harborpine.example');
  await Promise.all([
    jane.page.goto(`/client/projects/${id}/updates`),
    team.page.goto(`/admin/projects/${id}/updates`),
  ]);
  // Jane reads the news as it comes; Sam is elsewhere, in two tabs of one browser.
  const sam = await openAs(browser, url, owner, 'sam@okafor.example');
  await sam.page.goto('/client/documents');
  const other = await sam.page.context().newPage();
  await other.goto('/client/documents');
  await hydrated(other.locator('.frame-bell'));
  const before = Number(
    (await other
      .locator('.frame-bell-count')
      .textContent()
      .catch(() => '0')) ?? '0',
  );

  await comment(jane.page, 'Will you be here on Monday?');
  await team.page.getByText('Will you be here on Monday?').waitFor();
  await comment(team.page, 'From seven on.');
  await jane.page.getByText('From seven on.').waitFor();
  for (const page of [sam.page, other])
    await expect.poll(async () => Number(await page.locator('.frame-bell-count').textContent())).toBe(before + 1);

  await other.locator('.frame-bell').click();
  await other
    .getByRole('link', { name: /commented on/ })
    .first()
    .waitFor();
  for (const { complaints, close } of [jane, team, sam]) {
    expect(complaints).toEqual([]);
    await close();
  }
});

/** Writes a comment of the team under the newest update, past the portal. */
const teamComment = (body: string) =>
  owner.query(
    `insert into project_comments (id, tenant_id, client_id, project_id, update_id, author_id, author_name, author_type, body)
     select gen_random_uuid(), n.tenant_id, n.client_id, n.project_id, n.id, u.id, u.name, u.user_type, $2
     from project_updates n join users u on u.email = 'staff@harborpine.example' where n.id = $1`,
    [rows[0]?.updateId, body],
  );

describe('what is written after a page was read and before it hears of it is shown', () => {
  const address = `/client/projects/${id}/updates`;

  it('where the stream is opened late', async () => {
    const { page, complaints, close } = await openAs(browser, url, owner, 'jane@okafor.example');
    const release = await held(page, /\/api\/live\?/);
    await page.goto(address);
    await teamComment('Before the stream');
    release();
    await page.getByText('Before the stream').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('where another tab has the stream', async () => {
    const { page, close } = await openAs(browser, url, owner, 'jane@okafor.example');
    const stream = page.waitForResponse(/\/api\/live\?/);
    await page.goto(address);
    await stream;
    const other = await page.context().newPage();
    const release = await held(other, /\/_next\/static\/.*\.js/);
    const arrived = other.goto(address);
    await other.locator('h1').waitFor();
    await teamComment('Before the second tab');
    await page.getByText('Before the second tab').waitFor();
    expect(await other.getByText('Before the second tab').count()).toBe(0);
    release();
    await arrived;
    await other.getByText('Before the second tab').waitFor();
    await close();
  });

  it('where the page is on its way within the portal', async () => {
    const { page, close } = await openAs(browser, url, owner, 'jane@okafor.example');
    const stream = page.waitForResponse(/\/api\/live\?/);
    await page.goto(`/client/projects/${id}`);
    await stream;
    // Resolves with the first message, which is the one about the comment.
    await page.evaluate(() => {
      const heard = new Promise<void>((resolve) => addEventListener('oriel:live', () => resolve(), { once: true }));
      Reflect.set(window, 'heard', heard);
    });
    const onTheWay = async (route: Route) => {
      const response = await route.fetch();
      await teamComment('On the way');
      await page.evaluate(() => Reflect.get(window, 'heard'));
      await route.fulfill({ response });
    };
    await page.route(/\/updates\?_rsc=/, onTheWay, { times: 1 });
    await page.locator(`a[href="${address}"]`).first().click();
    await page.getByText('On the way').waitFor();
    await close();
  });
});

it('ends with the access of the person', async () => {
  const jane = await openAs(browser, url, owner, 'jane@okafor.example');
  await jane.page.goto('/client');
  const over = jane.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const source = new EventSource('/api/live');
        source.onopen = () => document.body.setAttribute('data-live', 'open');
        source.addEventListener('end', () => resolve(Date.now()));
      }),
  );
  await jane.page.locator('[data-live]').waitFor();
  const lost = Date.now();
  await owner.query("update users set client_portal_enabled = false where email = 'jane@okafor.example'");
  // At once, and not with the next sign of life, which comes every 25 seconds.
  expect((await over) - lost).toBeLessThan(15_000);
  await owner.query("update users set client_portal_enabled = true where email = 'jane@okafor.example'");
  await jane.close();
});
