import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { emptyProject, manager, photoFiles } from '@/tests/support/browser/gallery';
import { openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();

const kept = async (projectId: string) =>
  (
    await owner.query<{ photos: number; files: number }>(
      `select count(distinct g.id)::int as photos, count(f.id)::int as files
       from photos g join photo_variants v on v.photo_id = g.id
         join stored_files f on f.id = v.file_id and f.status = 'stored' where g.project_id = $1`,
      [projectId],
    )
  ).rows[0];

async function openProject(name: string, options = {}) {
  const projectId = await emptyProject(owner, name);
  const opened = await openAs(browser, url, owner, manager, { locale: 'en', ...options });
  await opened.page.goto(`/admin/projects/${projectId}/photos`);
  return { projectId, ...opened };
}

describe('uploading photos', () => {
  it('a hundred at once arrive, with progress seen and none lost', { timeout: 180_000 }, async () => {
    const { page, projectId, complaints, close } = await openProject('A hundred photos');
    const seen = new Set<string>();
    await page.exposeFunction('sawProgress', (text: string) => seen.add(text));
    await page.selectOption('select[name=visibility]', 'client');
    await page.setInputFiles('input[type=file][multiple]', await photoFiles(100));
    const status = page.locator('section[aria-label="Add photos"] [role=status]');
    await status.waitFor();
    await status.evaluate((element) => {
      const tell = () => Reflect.get(window, 'sawProgress')(element.textContent);
      new MutationObserver(tell).observe(element, { characterData: true, childList: true, subtree: true });
    });
    await page.getByText('100 of 100 files uploaded').waitFor({ timeout: 170_000 });
    expect(seen.size).toBeGreaterThan(20);
    expect(await kept(projectId)).toEqual({ photos: 100, files: 400 });
    await page.locator('input[name=ids]').nth(99).waitFor({ state: 'attached' });
    await expect.poll(() => page.locator('input[name=ids]').count()).toBe(100);
    expect(complaints).toEqual([]);
    await close();
  });

  it('a failed upload is tried again, and a file that is no photo shows the reason', async () => {
    const { page, projectId, close } = await openProject('A bad line');
    let broken = 0;
    await page.route('**/api/admin/gallery', (route) => (++broken === 2 ? route.abort() : route.continue()));
    const files = await photoFiles(3);
    const text = { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<script>alert(1)</script>') };
    await page.setInputFiles('input[type=file][multiple]', [...files, text]);
    await page.getByText('2 of 4 files uploaded').waitFor();
    await page.getByText('The connection was lost.').waitFor();
    await page.getByText('“notes.jpg” holds a program or a web page').waitFor();
    expect(await kept(projectId)).toEqual({ photos: 2, files: 8 });
    await page.locator('li', { hasText: 'connection was lost' }).getByRole('button', { name: 'Try again' }).click();
    await page.getByText('3 of 4 files uploaded').waitFor();
    expect(await kept(projectId)).toEqual({ photos: 3, files: 12 });
    await close();
  });

  it('stay in the list while offline, and arrive on another try once online', async () => {
    const { page, projectId, close } = await openProject('No signal');
    await page.locator('input[multiple]').waitFor({ state: 'attached' });
    await page.context().setOffline(true);
    const refreshes: string[] = [];
    page.on('request', (request) => request.method() === 'GET' && refreshes.push(request.url()));
    await page.setInputFiles('input[type=file][multiple]', await photoFiles(2));
    await page.getByText('2 photos were not uploaded.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Try again', exact: true }).count()).toBe(2);
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('No signal');
    await page.evaluate(untilIdle);
    expect(refreshes).toEqual([]); // a page request while offline would end in the browser's error page
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try all again' }).click();
    await page.getByText('2 of 2 files uploaded').waitFor();
    await page.locator('input[name=ids]').nth(1).waitFor({ state: 'attached' });
    expect(await kept(projectId)).toEqual({ photos: 2, files: 8 });
    await close();
  });

  it('dropped ones are taken too', async () => {
    const { page, projectId, close } = await openProject('Dropped');
    const [file] = await photoFiles(1);
    await page.locator('input[multiple]').waitFor({ state: 'attached' });
    const dropped = await page.evaluateHandle((base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], 'dropped.jpg', { type: 'image/jpeg' }));
      return transfer;
    }, file?.buffer.toString('base64') ?? '');
    await page.locator('form[enctype] > div:last-child').dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByText('1 of 1 file uploaded').waitFor();
    expect(await kept(projectId)).toEqual({ photos: 1, files: 4 });
    await close();
  });

  it('works without JavaScript, one by one', async () => {
    const { page, projectId, close } = await openProject('No script', { javaScriptEnabled: false });
    await page.selectOption('select[name=visibility]', 'client');
    await page.setInputFiles('input[name=photo]', await photoFiles(1));
    await page.click('section button[type=submit]');
    expect(new URL(page.url()).pathname).toBe(`/admin/projects/${projectId}/photos`);
    await expect.poll(() => page.locator('input[name=ids]').count()).toBe(1);
    await page.check('input[name=ids]');
    await page.click('button[value=public]');
    const { rows } = await owner.query('select visibility from photos where project_id = $1', [projectId]);
    expect(rows).toEqual([{ visibility: 'public' }]);
    await close();
  });
});

/** Waits until React has painted and the browser is idle; a page refresh would have been requested by then. */
async function untilIdle(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((done) => requestIdleCallback(done));
}
