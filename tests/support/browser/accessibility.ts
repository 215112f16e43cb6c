import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright';
import { settled } from '@/tests/support/browser/settled';

/** Which rules to ask: a colour scheme changes colours alone, a language or forced colours everything else. */
export type RuleSet = 'all' | 'colours' | 'structure';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const contrast = 'color-contrast';
const chosen: Record<RuleSet, RunOptions> = {
  all: { runOnly: tags },
  colours: { runOnly: { type: 'rule', values: [contrast] } },
  structure: { runOnly: tags, rules: { [contrast]: { enabled: false } } },
};

/** Violations of WCAG 2.2 A and AA, a line each. axe is evaluated, since the page's policy forbids added scripts. */
export async function violations(page: Page, rules: RuleSet = 'all'): Promise<string[]> {
  await settled(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options = JSON.stringify({ ...chosen[rules], resultTypes: ['violations'] });
  const found: AxeResults['violations'] = await page.evaluate(
    `axe.run(document, ${options}).then((all) => all.violations)`,
  );
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} — ${node.failureSummary ?? ''}`));
}
