import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';

/** What a page costs before anybody touches it. */
export type Weight = {
  /** Bytes of all scripts that were requested, each compressed by gzip. */
  scripts: number;
  /** The sum of all layout shifts, by the definition of web.dev/cls. */
  shift: number;
  /** The elements that were moved, for the message of a failing test. */
  moved: string[];
};

type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources?: { node: Node | null }[] };
type Shifts = { value: number; moved: string[] };

const sizes = new Map<string, number>();

/** Opens an address in a page that has loaded nothing yet, and measures until the browser is idle. */
export async function weigh(page: Page, address: string): Promise<Weight & { status: number }> {
  const scripts = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body());
  });
  await page.addInitScript(watchShifts);
  const answer = await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(untilQuiet);
  const { value, moved } = await page.evaluate(() => Reflect.get(window, 'shifts') as Shifts);
  return { status: answer?.status() ?? 0, scripts: await sumOf(scripts), shift: value, moved };
}

async function sumOf(scripts: Map<string, Promise<Buffer>>): Promise<number> {
  let sum = 0;
  for (const [url, body] of scripts) {
    const path = new URL(url).pathname;
    const size = sizes.get(path) ?? gzipSync(await body).byteLength;
    sizes.set(path, size);
    sum += size;
  }
  return sum;
}

/** Runs in the browser before the page's own scripts. */
function watchShifts(): void {
  const shifts: Shifts = { value: 0, moved: [] };
  Reflect.set(window, 'shifts', shifts);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) {
      if (entry.hadRecentInput) continue;
      shifts.value += entry.value;
      for (const { node } of entry.sources ?? []) {
        const element = node instanceof Element ? node : node?.parentElement;
        shifts.moved.push(`${element?.tagName} ${element?.getAttribute('class') ?? ''}`.slice(0, 80));
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the browser: until the fonts and pictures in view are there and two frames have nothing left to do. */
async function untilQuiet(): Promise<void> {
  await document.fonts.ready;
  for (let turn = 0; turn < 3; turn++)
    await new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done)));
}
