import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { violations } from '@/tests/support/browser/accessibility';
import { testBrowser } from '@/tests/support/browser/browser';
import { addPhotos, emptyProject, jane, manager } from '@/tests/support/browser/gallery';
import { hydrated, openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();

let projectId = '';
let ids: string[] = [];
let hidden = '';

beforeAll(async () => {
  projectId = await emptyProject(owner, 'The orangery');
  const client = { visibility: 'client' };
  const added = await addPhotos(url, owner, projectId, [
    ...[1, 2, 3, 4, 5].map((n) => ({ ...client, caption: `Photo ${n}` })),
    { visibility: 'internal' },
  ]);
  hidden = added.pop() ?? '';
  ids = added.reverse(); // newest first
});

const open = async (account: string | null, path: string, options = {}) => {
  const opened = await openAs(browser, url, owner, account, { locale: 'en', ...options });
  const answer = await opened.page.goto(path);
  if (!('javaScriptEnabled' in options) && (await photos(opened.page).count()) > 0)
    await hydrated(photos(opened.page).first());
  return { ...opened, status: answer?.status() };
};

const photos = (page: Page) => page.locator('a[data-photo]');

const gallery = () => `/client/gallery?project_id=${projectId}`;
const photoIn = (address: string) => new URL(address).searchParams.get('photo');

describe('the client’s gallery', () => {
  it('leafs through photos by keyboard, closes on Escape, and gives the focus back', async () => {
    const { page, complaints, close } = await open(jane, gallery());
    await page.locator('a[data-photo]').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog:modal').waitFor();
    await page.waitForURL((address) => photoIn(address.href) === ids[0]);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL((address) => photoIn(address.href) === ids[1]);
    await page.keyboard.press('End');
    await page.waitForURL((address) => photoIn(address.href) === ids[4]);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => photoIn(page.url())).toBe(ids[4]);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('dialog:modal').waitFor({ state: 'detached' });
    await page.waitForURL((address) => photoIn(address.href) === null); // Playwright is notified of a back navigation later than the page
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-photo'))).toBe(ids[4]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps the page of a photo that is opened while the visit is recorded', async () => {
    const { page, close } = await openAs(browser, url, owner, jane, { locale: 'en' });
    const first = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.goto(gallery());
    await first;
    const ofJane = 'from visits where user_id = (select id from users where email = $1)';
    const visits = async () => (await owner.query(`select 1 ${ofJane}`, [jane])).rowCount;
    await owner.query(`delete ${ofJane}`, [jane]);
    const rendered: string[] = [];
    page.on('request', (request) => request.headers().rsc && rendered.push(request.url()));
    const recording = page.waitForResponse((response) => response.request().method() === 'POST');
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/*', async (route) => {
      if (route.request().method() === 'POST') await held;
      await route.continue();
    });
    await page.reload();
    await hydrated(photos(page).first());
    await page.locator('a[data-photo]').first().click();
    await page.locator('dialog:modal').waitFor();
    letGo();
    await page.keyboard.press('ArrowRight');
    await recording;
    await expect.poll(visits).toBe(1);
    await page.keyboard.press('End');
    await expect.poll(() => photoIn(page.url())).toBe(ids[4]);
    expect(rendered).toEqual([]);
    await close();
  });

  it('closes on the phone’s back button, and turns by swiping', async () => {
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
    const { page, close } = await open(jane, gallery(), phone);
    await page.locator('a[data-photo]').first().tap();
    await page.locator('dialog:modal').waitFor();
    const swipe = async (from: number, to: number) => {
      const touch = await page.context().newCDPSession(page);
      const at = (x: number) => [{ x, y: 360 }];
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(from) });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(to) });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await swipe(300, 80);
    await page.waitForURL((address) => photoIn(address.href) === ids[1]);
    await swipe(80, 300);
    await page.waitForURL((address) => photoIn(address.href) === ids[0]);
    await page.goBack();
    await page.locator('dialog:modal').waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe('/client/gallery');
    await close();
  });

  it('opens a photo by its link, from elsewhere in the list too; not one that is not shared', async () => {
    const linked = await open(jane, `/client/gallery?limit=1&photo=${ids[3]}`);
    await linked.page.locator('dialog:modal').getByText('Photo 2', { exact: true }).waitFor();
    await linked.close();
    for (const id of [hidden, projectId]) {
      const { status, close } = await open(jane, `/client/gallery?photo=${id}`);
      expect(status).toBe(404);
      await close();
    }
    const stranger = await open('ravi@rao.example', `/client/gallery?photo=${ids[0]}`);
    expect(stranger.status).toBe(404);
    await stranger.close();
  });

  it('shows a photo by its link without JavaScript, with links to the next', async () => {
    const { page, close } = await open(jane, `${gallery()}&photo=${ids[0]}`, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Next photo' }).click();
    expect(photoIn(page.url())).toBe(ids[1]);
    await page.getByRole('link', { name: 'Close' }).click();
    expect(photoIn(page.url())).toBeNull();
    await close();
  });

  it('lays two photos over one another, moved by arrow keys', async () => {
    const { page, complaints, close } = await open(jane, gallery());
    await page.locator('a[data-photo]').first().click();
    await page.getByRole('link', { name: 'Compare' }).click();
    await page.getByText('Now choose the photo to compare with.').waitFor();
    await page.locator('a[data-photo]').nth(3).click();
    const slider = page.getByRole('slider', { name: 'Before and after' });
    await slider.waitFor();
    await page.getByText(/^Before: Feb/).waitFor();
    await slider.press('ArrowRight');
    await expect.poll(() => slider.inputValue()).toBe('51');
    expect(await violations(page)).toEqual([]);
    await expect.poll(() => slider.evaluate((edge) => edge === document.activeElement)).toBe(true);
    const { close: closeOther, page: other } = await open(jane, page.url());
    await other.getByRole('slider').waitFor();
    await closeOther();
    expect(complaints).toEqual([]);
    await close();
  });

  it('stops choosing the second photo on Escape', async () => {
    const { page, close } = await open(jane, gallery());
    await page.locator('a[data-photo]').first().click();
    await page.getByRole('link', { name: 'Compare' }).click();
    const question = page.getByText('Now choose the photo to compare with.');
    await question.waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('compare')).toBeNull();
    await close();
  });

  it('counts keys that come faster than the address follows, and never returns to an earlier photo', async () => {
    const { page, close } = await open(jane, `${gallery()}&photo=${ids[0]}`);
    await page.locator('dialog:modal').waitFor();
    const shown = await page.evaluateHandle(async () => {
      const captions: (string | undefined)[] = [];
      const caption = () => document.querySelector('dialog [aria-live] p')?.textContent ?? undefined;
      const note = () => captions.at(-1) !== caption() && captions.push(caption());
      note();
      new MutationObserver(note).observe(document.body, { childList: true, characterData: true, subtree: true });
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) {
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        await Promise.resolve();
      }
      return captions;
    });
    await page.locator('dialog').getByText('Photo 3', { exact: true }).waitFor();
    await page.waitForURL((address) => photoIn(address.href) === ids[2]);
    await page.keyboard.press('End');
    await page.locator('dialog').getByText('Photo 1', { exact: true }).waitFor();
    const steps = [5, 4, 3, 4, 3, 2, 3, 1].map((number) => `Photo ${number}`);
    const [first, ...later] = await shown.jsonValue();
    expect(first).toBe('Photo 5');
    expect(steps.join().endsWith(later.join())).toBe(true);
    await close();
  });

  it('closes for the address too when the browser closes the dialog by itself', async () => {
    const { page, close } = await open(jane, `${gallery()}&photo=${ids[0]}`);
    await page.locator('dialog:modal').waitFor();
    await page.locator('dialog').evaluate((dialog) => dialog instanceof HTMLDialogElement && dialog.close());
    await page.waitForURL((address) => photoIn(address.href) === null);
    await page.locator('a[data-photo]').first().click();
    await page.locator('dialog:modal').waitFor();
    await close();
  });

  it('does not move while photos come in', async () => {
    const { page, close } = await open(jane, '/client/settings');
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/api/client/gallery/**', (route) => void held.then(() => route.continue()));
    await page.goto(gallery(), { waitUntil: 'domcontentloaded' });
    const boxes = () =>
      page
        .locator('a[data-photo]')
        .evaluateAll((links) => links.map((link) => JSON.stringify(link.getBoundingClientRect())));
    const before = await boxes();
    letGo();
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLImageElement>('a[data-photo] picture img')].every(
        (photo) => photo.naturalWidth > 0,
      ),
    );
    expect(await boxes()).toEqual(before);
    await close();
  });
});

describe('the showcase', () => {
  it('is a 404 until the admin turns it on, and then open to everybody, search engines too', async () => {
    await owner.query("update tenants set showcase_enabled = false where slug = 'harbor-pine'");
    const closed = await open(null, '/showcase/harbor-pine');
    expect(closed.status).toBe(404);
    await closed.close();
    const admin = await open(manager, '/admin/settings');
    await admin.page.getByRole('switch', { name: 'The showcase is on' }).check();
    await admin.page.getByRole('region', { name: 'Showcase' }).getByRole('button', { name: 'Save' }).click();
    await admin.page.getByText('Saved', { exact: true }).waitFor();
    await admin.close();
    const { page, status, close } = await open(null, '/showcase/harbor-pine');
    expect(status).toBe(200);
    await expect.poll(() => page.locator('meta[name=robots]').getAttribute('content')).toMatch(/^index/);
    await close();
  });
});
