import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright';
import { afterAll } from 'vitest';
import { aptGetInstall } from '@/tests/support/processes/apt-get';

const debian = '/usr/bin/chromium';

/** A browser for this test file, closed after it. */
export async function testBrowser(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--disable-gpu', '--disable-background-networking', ...asRoot],
  });
  afterAll(() => browser.close());
  return browser;
}

/** CHROMIUM_PATH, Debian's, or Playwright's if downloaded; otherwise, as root, installs Debian's package. */
async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`);
  const found = [named, debian, chromium.executablePath()].find((path) => path && existsSync(path));
  if (found) return found;
  await aptGetInstall('chromium');
  if (existsSync(debian)) return debian;
  throw new Error(
    'The browser tests need Chromium: install the package chromium, or set CHROMIUM_PATH to a Chromium or Chrome',
  );
}
