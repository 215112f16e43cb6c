import type { Locator } from 'playwright';
import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { settled } from '@/tests/support/browser/settled';
import { sharedPortal } from '@/tests/support/processes/portal';

const { url, owner } = await sharedPortal();
const browser = await testBrowser();

describe('a client on a phone', () => {
  it('has a plan of the house three taps after opening the portal', async () => {
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: 'en' };
    const { page, close } = await openAs(browser, url, owner, 'jane@okafor.example', phone);
    let taps = 0;
    const tap = async (what: Locator) => {
      taps += 1;
      await what.tap();
    };
    await page.goto('/client');
    await tap(page.getByRole('link', { name: 'All documents' }));
    await tap(page.getByRole('link', { name: /floor plan/i }).first());
    const file = page.getByRole('link', { name: 'Download' });
    await page.waitForURL(/\/client\/documents\/[0-9a-f-]{36}$/);
    await file.waitFor();
    await settled(page); // a finger comes down on what has stopped moving
    const [download] = await Promise.all([page.waitForEvent('download'), tap(file)]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    expect(taps).toBe(3);
    await close();
  });
});
