import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright';

/** Violations of WCAG 2.2 A and AA, a line each. axe is evaluated, since the page's policy forbids added scripts. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(settled);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations: found }: AxeResults = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)} })`,
  );
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} — ${node.failureSummary ?? ''}`));
}

/** Waits for the end of running animations: a change of the colour scheme is a transition. */
async function settled(): Promise<void> {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}
