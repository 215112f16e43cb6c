import { expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { sharedPortal } from '@/tests/support/processes/portal';

const { url, owner } = await sharedPortal();
const browser = await testBrowser();

/** The focused element when no line is drawn around it; null when its focus can be seen. Runs in the page. */
function unseenFocus(): string | null {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const drawn = [getComputedStyle(focused), getComputedStyle(focused, '::after')].some(
    ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
  );
  return drawn ? null : focused.outerHTML.slice(0, 200);
}

it.each([
  ['jane@okafor.example', '/client/gallery'],
  ['admin@harborpine.example', '/admin/documents'],
  ['admin@harborpine.example', '/admin/gallery'],
])('with forced colours %s sees the focus and the current place at %s', async (account, address) => {
  const { page, close } = await openAs(browser, url, owner, account, {
    forcedColors: 'active',
    viewport: { width: 1280, height: 900 },
  });
  await page.goto(address);
  const unseen: string[] = [];
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab');
    const one = await page.evaluate(unseenFocus);
    if (one) unseen.push(one);
  }
  expect(unseen).toEqual([]);
  await page.evaluate('document.activeElement?.blur()');
  const outlines = (selector: string) =>
    page.locator(selector).evaluateAll((links) => links.map((link) => getComputedStyle(link).outlineStyle));
  expect(new Set(await outlines('nav [aria-current=page]'))).toEqual(new Set(['solid']));
  expect(new Set(await outlines('nav a:not([aria-current])'))).toEqual(new Set(['none']));
  await close();
});
