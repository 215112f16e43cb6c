import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { addPhotos, emptyProject, jane, manager, photoFiles } from '@/tests/support/browser/gallery';
import { hydrated, openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale: 'en' };

type Shared = { title?: string; url?: string; files?: { name: string; type: string; size: number }[] };

/** Gives the page a `navigator.share`, which a browser without windows lacks, and collects what it is handed. */
async function stubShare(page: Page, canFiles: boolean): Promise<Shared[]> {
  const shared: Shared[] = [];
  await page.exposeFunction('tellShared', (data: Shared) => void shared.push(data));
  await page.addInitScript((files) => {
    Object.assign(navigator, {
      canShare: (data: ShareData) => files || !data.files,
      share: ({ files: sent, ...data }: ShareData) =>
        Reflect.get(
          window,
          'tellShared',
        )({
          ...data,
          ...(sent ? { files: sent.map(({ name, type, size }) => ({ name, type, size })) } : {}),
        }),
    });
  }, canFiles);
  return shared;
}

const tilesOf = (page: Page) =>
  page.locator('main a[data-photo]').evaluateAll((links) =>
    links.map((link) => {
      const { x, y, width, height } = (link.parentElement ?? link).getBoundingClientRect();
      return { x, y, width, height };
    }),
  );

type Tile = Awaited<ReturnType<typeof tilesOf>>[number];

function rowsOf(tiles: Tile[]): Tile[][] {
  const tops = [...new Set(tiles.map(({ y }) => Math.round(y)))];
  return tops.map((top) => tiles.filter(({ y }) => Math.round(y) === top));
}

describe('photos on a phone', () => {
  it('begin at the top, two in a row or one over the whole width', async () => {
    const months = await emptyProject(owner, 'Few photos a month');
    await addPhotos(
      url,
      owner,
      months,
      Array.from({ length: 7 }, () => ({ visibility: 'client' })),
    );
    const { page, close } = await openAs(browser, url, owner, jane, phone);
    for (const query of ['', '?by=phase', `?project_id=${months}`]) {
      await page.goto(`/client/gallery${query}`);
      const tiles = await tilesOf(page);
      expect(tiles.length).toBeGreaterThan(5);
      // By phase, the phase has a heading below that of its project; a chosen project has the link that clears it.
      expect(tiles[0]?.y, query).toBeLessThanOrEqual(query === '' ? 180 : 240);
      for (const { width } of tiles) expect(width).toBeGreaterThanOrEqual(156);
      for (const row of rowsOf(tiles))
        expect(row.reduce((sum, { width }) => sum + width, 0)).toBeGreaterThanOrEqual(312);
    }
    await close();
  });

  it('on a desktop, months of one photo share a row', async () => {
    const lonely = await emptyProject(owner, 'One photo a month');
    const months = Array.from({ length: 8 }, () => ({ visibility: 'client' }));
    await addPhotos(url, owner, lonely, months); // photoFiles gives each another month
    const { page, close } = await openAs(browser, url, owner, jane, { viewport: { width: 1280, height: 800 } });
    await page.goto(`/client/gallery?project_id=${lonely}`);
    const tiles = await tilesOf(page);
    expect(tiles.length).toBe(8);
    for (const row of rowsOf(tiles)) expect(row.length).toBeGreaterThanOrEqual(2);
    await close();
  });

  it('one is shared as a file in three taps', async () => {
    const { page, complaints, close } = await openAs(browser, url, owner, jane, phone);
    const shared = await stubShare(page, true);
    let taps = 0;
    const tap = async (target: ReturnType<Page['locator']>) => {
      await target.tap();
      taps += 1;
    };
    await page.goto('/client');
    await tap(page.getByRole('navigation').last().getByRole('link', { name: 'Photos' }));
    await page.waitForURL('**/client/gallery');
    await hydrated(page.locator('a[data-photo]').first());
    await tap(page.locator('main a[data-photo]').first());
    await tap(page.getByRole('dialog').getByRole('button', { name: 'Share this photo' }));
    await expect.poll(() => shared.length).toBe(1);
    expect(taps).toBe(3);
    expect(shared[0]?.files).toEqual([{ name: 'photo.jpg', type: 'image/jpeg', size: expect.any(Number) }]);
    expect(shared[0]?.files?.[0]?.size).toBeGreaterThan(1_000);
    const save = page.getByRole('dialog').getByRole('link', { name: 'Save this photo' });
    const [download] = await Promise.all([page.waitForEvent('download'), save.tap()]);
    expect(download.suggestedFilename()).toBe('photo.jpg');
    expect(complaints).toEqual([]);
    await close();
  });

  it('its address is shared where files cannot be, and nothing is offered where nothing can be', async () => {
    const { page, close } = await openAs(browser, url, owner, jane, phone);
    const shared = await stubShare(page, false);
    await page.goto('/client/gallery');
    await hydrated(page.locator('a[data-photo]').first());
    await page.locator('main a[data-photo]').first().tap();
    await page.getByRole('button', { name: 'Share this photo' }).tap();
    await expect.poll(() => shared.length).toBe(1);
    expect(shared[0]).toMatchObject({ url: expect.stringMatching(/\/client\/gallery\?photo=/) });
    await close();

    for (const more of [{}, { javaScriptEnabled: false }]) {
      const other = await openAs(browser, url, owner, jane, { ...phone, ...more });
      await other.page.addInitScript(() => Object.assign(navigator, { share: undefined, canShare: undefined }));
      await other.page.goto(shared[0]?.url ?? '');
      await other.page.getByRole('link', { name: 'Save this photo' }).waitFor();
      await expect.poll(() => other.page.getByRole('button', { name: 'Share this photo' }).count()).toBe(0);
      await other.close();
    }
  });
});

describe('the business’s photos', () => {
  it('twelve are uploaded and eight of them shown to the client in four steps, which one click takes back', async () => {
    const projectId = await emptyProject(owner, 'Twelve photos');
    const { page, complaints, close } = await openAs(browser, url, owner, manager, { locale: 'en' });
    const shown = async () =>
      (
        await owner.query<{ visibility: string; count: number }>(
          'select visibility, count(*)::int from photos where project_id = $1 group by 1 order by 1',
          [projectId],
        )
      ).rows;
    await page.goto(`/admin/projects/${projectId}/photos`);
    let steps = 0;
    const step = async (done: Promise<unknown>) => {
      await done;
      steps += 1;
    };
    await page.locator('input[multiple]').waitFor({ state: 'attached' });
    await step(page.setInputFiles('input[type=file][multiple]', await photoFiles(12)));
    await page.getByText('12 of 12 files uploaded').waitFor();
    // Folded to a line, with the photos in view.
    await page.getByRole('button', { name: 'Add more photos' }).waitFor();
    await expect.poll(() => page.getByText('Choose photos').isVisible()).toBe(false);
    const boxes = page.locator('input[name=ids]');
    await boxes.nth(11).waitFor({ state: 'attached' });
    await step(boxes.first().click());
    await step(boxes.nth(7).click({ modifiers: ['Shift'] }));
    await page.getByText('8 photos selected').waitFor();
    await step(page.getByRole('group', { name: 'Who can see them' }).getByRole('button', { name: 'Client' }).click());
    await page.getByText('8 photos changed', { exact: true }).waitFor();
    expect(steps).toBe(4);
    expect(await shown()).toEqual([
      { visibility: 'internal', count: 4 },
      { visibility: 'client', count: 8 },
    ]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(shown).toEqual([{ visibility: 'internal', count: 12 }]);

    await page.getByRole('button', { name: 'Add more photos' }).click();
    await expect.poll(() => page.getByText('Choose photos').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it('are asked for their project once: not again where the filter names it', async () => {
    const { page, close } = await openAs(browser, url, owner, manager, { locale: 'en' });
    await page.goto('/admin/gallery');
    await expect.poll(() => page.locator('form[enctype] select[name=project_id]').count()).toBe(1);
    const filter = page.locator('search select[name=project_id]');
    const project = (await filter.locator('option').nth(1).getAttribute('value')) ?? '';
    await page.goto(`/admin/gallery?project_id=${project}`);
    await expect.poll(() => page.locator('form[enctype] select[name=project_id]').count()).toBe(0);
    await expect.poll(() => page.locator('form[enctype] input[name=project_id]').inputValue()).toBe(project);
    await close();
  });
});
