import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { weigh } from '@/tests/support/browser/page-weight';
import { addressOf, portalPages } from '@/tests/support/browser/portal-pages';
import { openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();

/** Bytes of JavaScript, compressed by gzip, before anybody touches the page. 132,000 of them are React and Next. */
const mostScript = 175_000;
/** The form of an invoice brings the library of its rows, 14,000, and a new one the choice of its client, 1,000. */
const mostOfInvoiceForm = 179_000;
/** web.dev calls 0.1 good; a page that knows its sizes needs none. */
const mostShift = 0.01;
const screens = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } };

describe('no page is heavy, and nothing on it moves by itself', () => {
  it.each(portalPages())('$pattern', async (portalPage) => {
    for (const [screen, viewport] of Object.entries(screens)) {
      const address = await addressOf(portalPage, owner);
      const { page, close } = await openAs(browser, url, owner, portalPage.account, { viewport });
      const { status, scripts, shift, moved } = await weigh(page, address);
      expect(status).toBe(200);
      expect.soft(scripts, `${screen}: bytes of script`).toBeGreaterThan(0);
      const isInvoiceForm = /^\/admin\/invoices\/(new|\[id\]\/edit)$/.test(portalPage.pattern);
      const most = isInvoiceForm ? mostOfInvoiceForm : mostScript;
      expect.soft(scripts, `${screen}: bytes of script`).toBeLessThanOrEqual(most);
      expect.soft(shift, `${screen}: ${moved.join(', ')}`).toBeLessThanOrEqual(mostShift);
      await close();
    }
  });

  it('the measure sees a page that moves and a page that is heavy', async () => {
    const { page, close } = await openAs(browser, url, owner, null);
    const script = `const text = ${JSON.stringify('x'.repeat(10))};`;
    await page.route('**/moving', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<p id="low" style="margin:0;font-size:200px">low</p><script src="/moving.js"></script><script>
          setTimeout(() => document.body.insertAdjacentHTML('afterbegin', '<div style="height:300px"></div>'), 100)
        </script><img src="/moving.png">`,
      }),
    );
    await page.route('**/moving.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
    await page.route('**/moving.png', async (route) => {
      await new Promise((done) => setTimeout(done, 400)); // the load event comes after the movement
      await route.fulfill({ status: 404 });
    });
    const { shift, moved, scripts } = await weigh(page, '/moving');
    expect(shift).toBeGreaterThan(mostShift);
    expect(moved.join()).toContain('P ');
    expect(scripts).toBeGreaterThan(20);
    await close();
  });
});

describe('the reader of a document', () => {
  it.each(['/client/documents/[id]', '/admin/documents/[id]'])('%s loads it by a click only', async (pattern) => {
    const portalPage = portalPages().find((one) => one.pattern === pattern);
    if (!portalPage) throw new Error(`There is no page ${pattern}`);
    const { page, complaints, close } = await openAs(browser, url, owner, portalPage.account, { locale: 'en' });
    const scripts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
    await weigh(page, await addressOf(portalPage, owner));
    const picture = page.getByRole('img', { name: 'The first page' });
    await expect
      .poll(() => picture.evaluate((img) => img instanceof HTMLImageElement && img.naturalWidth))
      .toBeGreaterThan(1_000);
    await expect.poll(() => page.locator('canvas').count()).toBe(0);
    const before = scripts.length;
    await page.getByRole('link', { name: 'Read here' }).click();
    await page.locator('canvas').first().waitFor();
    expect(scripts.length).toBeGreaterThan(before);
    await expect.poll(() => picture.count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});
