import { expect, it } from 'vitest';
import { violations } from '@/tests/support/browser/accessibility';
import { testBrowser } from '@/tests/support/browser/browser';
import { addressOf, portalPages } from '@/tests/support/browser/portal-pages';
import { openAs } from '@/tests/support/browser/session';
import { settled } from '@/tests/support/browser/settled';
import { sharedPortal } from '@/tests/support/processes/portal';

const phone = { width: 360, height: 800, forcedColors: 'none' } as const;
const desktop = { width: 1280, height: 800, forcedColors: 'none' } as const;

/** A desktop zoomed to 200 % has half its pixels, so this is the look of the zoom and of forced colours at once. */
const zoomed = { width: 640, height: 400, colorScheme: 'light', forcedColors: 'active' } as const;

/** Each size asks for all rules once. The second language changes no colour. */
const looks = {
  en: [
    { ...phone, colorScheme: 'light', rules: 'all' },
    { ...phone, colorScheme: 'dark', rules: 'colours' },
    { ...desktop, colorScheme: 'light', rules: 'all' },
    { ...desktop, colorScheme: 'dark', rules: 'colours' },
    { ...zoomed, rules: 'structure' },
  ],
  de: [
    { ...phone, colorScheme: 'light', rules: 'structure' },
    { ...desktop, colorScheme: 'dark', rules: 'structure' },
  ],
} as const;

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
    for (const { width, height, colorScheme, forcedColors, rules } of looks[locale]) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
      await settled(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `wider than the screen at ${width} px`).toBeLessThanOrEqual(0);
      expect(await violations(page, rules), `${width} px, ${colorScheme}, forced colours: ${forcedColors}`).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await close();
  });
}
