import { expect, it } from 'vitest';
import { violations } from '@/tests/support/browser/accessibility';
import { testBrowser } from '@/tests/support/browser/browser';
import { addressOf, portalPages } from '@/tests/support/browser/portal-pages';
import { openAs } from '@/tests/support/browser/session';
import { sharedPortal } from '@/tests/support/processes/portal';

const looks = [
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;

/** Defines one test per page of app/: in this language it loads, fits the screen, passes axe and logs no error. */
export async function testEveryPage(locale: 'en' | 'de'): Promise<void> {
  const { url, owner } = await sharedPortal();
  const browser = await testBrowser();

  it.each(portalPages())('$pattern', async (portalPage) => {
    const address = await addressOf(portalPage, owner);
    const { page, complaints, close } = await openAs(browser, url, owner, portalPage.account, { locale });
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(200);
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    for (const { width, colorScheme } of looks) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `wider than the screen at ${width} px`).toBeLessThanOrEqual(0);
      expect(await violations(page), `${width} px, ${colorScheme}`).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await close();
  });
}
