import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { layoutFaults } from '@/tests/support/browser/layout-faults';
import { writeLongNames } from '@/tests/support/browser/long-names';
import { addressOf, portalPages } from '@/tests/support/browser/portal-pages';
import { openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();

const widths = [320, 360, 1280];
const lists = portalPages().filter(({ pattern }) => /^\/(admin|platform)\/[a-z-]+$/.test(pattern));
const before = new Map<string, number[]>();

/** The left edges of the columns of a page's tables. */
async function columnsOf(page: Page): Promise<number[]> {
  return page
    .locator('main th')
    .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().x)));
}

beforeAll(async () => {
  for (const { pattern, account } of lists) {
    const { page, close } = await openAs(browser, url, owner, account, { viewport: { width: 1280, height: 800 } });
    await page.goto(pattern);
    before.set(pattern, await columnsOf(page));
    await close();
  }
  const written = await writeLongNames(owner);
  expect(written).toEqual(expect.arrayContaining(['clients.name', 'projects.name', 'documents.title', 'users.name']));
});

// German has the longer words; the accessibility tests visit every page in English too.
describe('with names of 200 letters without a blank, in German,', () => {
  it.each(portalPages())('nothing scrolls sideways, is clipped or overlaps at $pattern', async (portalPage) => {
    const address = await addressOf(portalPage, owner);
    const { page, close } = await openAs(browser, url, owner, portalPage.account, { locale: 'de' });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect((await page.goto(address))?.status()).toBe(200);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await layoutFaults(page), `${width} px`).toEqual([]);
    }
    await close();
  });
});

it('the columns of tables stay where they were', async () => {
  const tables = lists.filter(({ pattern }) => before.get(pattern)?.length);
  expect(tables.length).toBeGreaterThanOrEqual(6);
  for (const { pattern, account } of tables) {
    const { page, close } = await openAs(browser, url, owner, account, { viewport: { width: 1280, height: 800 } });
    await page.goto(pattern);
    expect(await columnsOf(page), pattern).toEqual(before.get(pattern));
    await close();
  }
});
