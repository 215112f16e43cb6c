import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright';

const base = 'http://localhost:4724';
const out = '/tmp/bulk-shots';
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const sizes = { phone: { width: 360, height: 780 }, desk: { width: 1280, height: 900 } };
export async function session(email, { size = 'desk', scheme = 'light', locale = 'en' } = {}) {
  const context = await browser.newContext({ baseURL: base, viewport: sizes[size], colorScheme: scheme });
  await context.addCookies([{ name: 'oriel-locale', value: locale, url: base }]);
  const page = await context.newPage();
  page.on('console', (m) => m.type() === 'error' && console.log('console', m.text().slice(0, 200)));
  page.on('pageerror', (e) => console.log('pageerror', e.message));
  await page.goto('/sign-in', { timeout: 120000 });
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', 'oriel-demo-2026');
  await page.click('button[type=submit]');
  await page.waitForURL(/\/(client|admin)/, { timeout: 120000 });
  await context.addCookies([{ name: 'oriel-locale', value: locale, url: base }]);
  return { context, page };
}
export { browser, out };
