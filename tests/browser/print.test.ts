import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';

const browser = await testBrowser();
/** The rules of the portal that name colours; Chromium passes over those that Tailwind expands. */
const css = await readFile('app/globals.css', 'utf8');

it.each(['light', 'dark'] as const)('prints dark ink on white paper (setting: %s)', async (colorScheme) => {
  const page = await browser.newPage();
  await page.setContent(
    `<style>${css} @layer utilities { .scheme-dark { color-scheme: dark; } }</style><p>One</p><p class="scheme-dark" style="color: var(--ink); background: var(--paper)">Two</p>`,
  );
  const colours = () =>
    page
      .locator('html, .scheme-dark')
      .evaluateAll((all) => all.map((one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]));
  const [light, dark] = [
    ['rgb(31, 27, 22)', 'rgb(250, 248, 244)'],
    ['rgb(240, 235, 225)', 'rgb(23, 21, 18)'],
  ];
  await page.emulateMedia({ media: 'screen', colorScheme });
  expect(await colours()).toEqual([colorScheme === 'dark' ? dark : light, dark]);
  await page.emulateMedia({ media: 'print', colorScheme });
  const white = ['rgb(31, 27, 22)', 'rgb(255, 255, 255)'];
  expect(await colours()).toEqual([white, white]);
  await page.close();
});
