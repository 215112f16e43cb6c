import type pg from 'pg';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { emptyProject, manager } from '@/tests/support/browser/gallery';
import { openAs } from '@/tests/support/browser/session';
import { insertRow } from '@/tests/support/factories/rows';

export const desktop = { viewport: { width: 1280, height: 800 } };

type Row = { name: string; percent: number; status: string; start: string | null; end: string | null };

/** The page of the phases of projects in one portal, and what the database has of them. */
export function phasePages(browser: Browser, url: string, owner: pg.Client) {
  /** The page of the phases of a new project that has phases of these names. */
  async function openPhases(name: string, phases: string[], options: BrowserContextOptions = desktop) {
    const id = await emptyProject(owner, name);
    const { rows } = await owner.query<{ tenantId: string; clientId: string }>(
      'select tenant_id as "tenantId", client_id as "clientId" from projects where id = $1',
      [id],
    );
    for (const [position, title] of phases.entries())
      if (rows[0])
        await insertRow(owner, 'phases', { ...rows[0], projectId: id, key: `p-${position}`, name: title, position });
    const opened = await openAs(browser, url, owner, manager, options);
    await opened.page.goto(`/admin/projects/${id}/phases`);
    return { ...opened, id };
  }

  async function stored(id: string): Promise<Row[]> {
    const { rows } = await owner.query<Row>(
      `select name, percent, status::text, planned_start_on::text as start, planned_end_on::text as end from phases
       where project_id = $1 order by position`,
      [id],
    );
    return rows;
  }
  const names = async (id: string) => (await stored(id)).map(({ name }) => name);
  return { openPhases, stored, names };
}

export const row = (page: Page, name: string) => page.locator('main ol > li').filter({ hasText: name });
export const field = (page: Page, name: string, of: string) => row(page, of).locator(`[name=${name}]`);
export const toast = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor();
