import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { sharedPortal } from '@/tests/support/processes/portal';

const { url, owner } = await sharedPortal();
const browser = await testBrowser();

/** The links of the shell's navigation to other pages than the current one. */
const links = 'nav:not(main nav) a[href^="/"]:not([aria-current="page"])';

/** Clicks the link and says whether the next frame differs: the link itself, or the sheet around it, which closes. */
function isHeard(page: Page, href: string): Promise<boolean> {
  return page
    .locator(`nav a[href="${href}"]`)
    .first()
    .evaluate(async (link: HTMLElement) => {
      const look = () => {
        const { opacity, color, backgroundColor, outlineStyle } = getComputedStyle(link);
        return JSON.stringify([opacity, color, backgroundColor, outlineStyle, link.checkVisibility()]);
      };
      link.closest<HTMLElement>('[popover]')?.showPopover();
      const before = look();
      link.click();
      await new Promise(requestAnimationFrame);
      return look() !== before;
    });
}

describe('a tap on the navigation', () => {
  it.each([
    ['jane@okafor.example', '/client', 360],
    ['jane@okafor.example', '/client', 1280],
    ['admin@harborpine.example', '/admin', 360],
    ['admin@harborpine.example', '/admin', 1280],
  ])('shows that it was heard before a slow server answers (%s at %s, %i px)', async (email, path, width) => {
    const viewport = { width, height: 740 };
    const { page, close } = await openAs(browser, url, owner, email, { locale: 'en', viewport });
    await page.goto(path);
    const hrefs = await page
      .locator(links)
      .evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute('href')))]);
    expect(hrefs.length).toBeGreaterThan(1);
    for (const href of hrefs) {
      let answer = () => {};
      const held = new Promise<void>((resolve) => (answer = resolve));
      await page.route('**/*', async (route) => {
        if (route.request().headers().rsc) await held;
        await route.continue();
      });
      expect.soft(await isHeard(page, href ?? ''), `${href} is heard`).toBe(true);
      await page.locator('.navigation-bar').waitFor({ state: 'attached' });
      answer();
      await page.waitForURL((address) => address.pathname === href);
      await page.locator('.navigation-bar').waitFor({ state: 'detached' });
      await page.unrouteAll({ behavior: 'wait' });
    }
    await close();
  });
});
