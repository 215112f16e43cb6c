import type { Page } from 'playwright';

/**
 * Holds the requests of a page to addresses of this kind (of one method, or of any), until the returned function is called. Then
 * they go on in their order.
 */
export async function held(page: Page, addresses: RegExp, method?: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(addresses, async (route) => {
    if (!method || route.request().method() === method) await released;
    await route.continue();
  });
  return release;
}
