import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { addDocument } from '@/tests/support/browser/documents';
import { openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();
const insertRow = (title: string, ...states: string[]) => addDocument(url, owner, title, ...states);

describe('the client', () => {
  it('finds what was published, marked as new, looks into it page by page, and downloads it', async () => {
    const id = await insertRow('Window schedule', 'published');
    const hidden = await insertRow('Not for clients yet', 'pending');
    const { page, complaints, close } = await openAs(browser, url, owner, 'jane@okafor.example', {
      viewport: { width: 360, height: 740 },
    });
    await page.goto('/client/documents');
    const row = page.getByRole('listitem').filter({ hasText: 'Window schedule' });
    await expect.poll(() => row.getByText('New', { exact: true }).isVisible()).toBe(true);
    await expect.poll(() => page.getByText('Not for clients yet').count()).toBe(0);
    await row.getByRole('link').click();
    await page.getByRole('link', { name: 'Read here' }).click();
    const first = page.getByRole('img', { name: 'Page 1 of 3' });
    await first.waitFor();
    await page.getByText('Window schedule, page 1').waitFor({ state: 'attached' });
    expect(await inked(page, 0)).toBe(true);
    await page.getByRole('img', { name: 'Page 3 of 3' }).scrollIntoViewIfNeeded();
    await page.getByText('Window schedule, page 3').waitFor({ state: 'attached' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Window schedule.pdf');
    expect(complaints).toEqual([]);

    for (const address of [`/client/documents/${hidden}`, '/client/documents/0199aaaa-0000-7000-8000-000000000000']) {
      expect((await page.goto(address))?.status()).toBe(404);
      expect(await page.title()).not.toContain('Not for clients yet');
    }
    await page.goto('/client');
    await expect.poll(() => page.getByRole('link', { name: 'Window schedule' }).isVisible()).toBe(true);
    const { rows } = await owner.query('select count(*)::int from document_downloads where document_id = $1', [id]);
    expect(rows[0].count).toBe(1);
    await close();
  });

  it('has its visit recorded once the page is shown, not when it is only requested', async () => {
    const { page, close } = await openAs(browser, url, owner, 'sam@okafor.example');
    const since = new Date();
    const visits = async () =>
      (
        await owner.query(
          `select count(*)::int from visits v join users u on u.id = v.user_id
           where u.email = 'sam@okafor.example' and v.place = 'documents' and v.seen_at >= $1`,
          [since],
        )
      ).rows[0].count;
    await page.request.get('/client/documents');
    expect(await visits()).toBe(0);
    await page.goto('/client/documents');
    await expect.poll(visits).toBe(1);
    await close();
  });
});

/** Whether the canvas of a page has any drawn pixels. */
function inked(page: Page, index: number): Promise<boolean> {
  return page
    .locator('canvas')
    .nth(index)
    .evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return false;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return [...pixels].some((value, at) => at % 4 === 0 && value < 128 && pixels[at + 3] === 255);
    });
}
