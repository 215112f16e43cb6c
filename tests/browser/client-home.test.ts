import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { sharedPortal } from '@/tests/support/processes/portal';

const { url, owner } = await sharedPortal();
const browser = await testBrowser();
const phone = { width: 360, height: 740 };
const open = (email: string, locale: string) => openAs(browser, url, owner, email, { locale, viewport: phone });

/** Where an element begins, in pixels from the top of the page. */
const topOf = async (page: Page, selector: string) => (await page.locator(selector).first().boundingBox())?.y ?? 10_000;

describe('the start page of a client on a phone', () => {
  it('tells on its first screen how the projects stand, what waits and what is new', async () => {
    const { page, complaints, close } = await open('jane@okafor.example', 'en');
    await page.goto('/client');
    await page.getByText(/\d+% done\. .+ until .+\. \d+ days behind plan\./).waitFor();
    const [waiting, since] = [await topOf(page, '#waiting'), await topOf(page, '#since')];
    expect(waiting).toBeGreaterThan(0);
    expect(since).toBeGreaterThan(waiting);
    // Above the bar at the foot of the screen.
    expect(since).toBeLessThan(phone.height - 64);
    // The number of an invoice and whether it is late can be read whole.
    const cut = await page
      .locator('.brief-priced .brief-title')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
    expect(cut).toEqual([]);
    expect(await page.locator('.brief-priced').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('has no heading for what waits where nothing does', async () => {
    const tenant = await createTestTenant(owner);
    const client = await tenant.addClient();
    await tenant.addProject(client);
    const { page, close } = await open((await tenant.addPerson('client', client)).email, 'en');
    await page.goto('/client');
    await page.getByText('Nothing new', { exact: false }).or(page.locator('#since')).first().waitFor();
    expect(await page.locator('#waiting').count()).toBe(0);
    await close();
  });
});
