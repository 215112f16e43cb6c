import { describe, expect, it } from 'vitest';
import { violations } from '@/tests/support/browser/accessibility';
import { testBrowser } from '@/tests/support/browser/browser';
import { addPhotos, emptyProject, jane, manager } from '@/tests/support/browser/gallery';
import { hydrated, openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();

/** A project with five photos visible to the client and one internal photo, opened in the gallery, newest first. */
async function curated(name: string, query = '') {
  const projectId = await emptyProject(owner, name);
  const client = { visibility: 'client' };
  const added = await addPhotos(url, owner, projectId, [
    ...[1, 2, 3, 4, 5].map((n) => ({ ...client, caption: `Photo ${n}` })),
    { visibility: 'internal' },
  ]);
  const hidden = added.pop() ?? '';
  const opened = await openAs(browser, url, owner, manager, { locale: 'en' });
  const { page } = opened;
  await page.goto(`/admin/projects/${projectId}/photos${query}`);
  await hydrated(page.locator('input[name=ids]').first());
  const box = (id: string | undefined) => page.locator(`input[name=ids][value="${id}"]`);
  const press = (button: string) => page.getByRole('button', { name: button, exact: true }).click();
  const focused = () =>
    page.evaluate(() => (document.activeElement instanceof HTMLInputElement ? document.activeElement.value : null));
  return { ...opened, projectId, hidden, ids: added.reverse(), box, press, focused };
}

/** One column of every photo of a project, in list order. */
async function kept(projectId: string, column: 'visibility' | 'caption'): Promise<Record<string, string | null>> {
  const sql = `select id, ${column} as value from photos where project_id = $1`;
  const { rows } = await owner.query<{ id: string; value: string | null }>(sql, [projectId]);
  return Object.fromEntries(rows.map(({ id, value }) => [id, value]));
}

describe('the business’s gallery', () => {
  it('is curated by keyboard alone, and the preview is what the client gets', async () => {
    const { page, projectId, ids, complaints, close } = await curated('The orangery', '?visibility=client');
    await page.locator('input[name=ids]').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByText('2 photos selected').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Internal' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('2 photos changed', { exact: true }).waitFor();
    await page.goto(`/admin/projects/${projectId}/photos?preview=client`);
    const previewed = await page
      .locator('a[data-photo]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('data-photo')));
    const client = await openAs(browser, url, owner, jane, { locale: 'en' });
    await client.page.goto(`/client/gallery?project_id=${projectId}`);
    const seen = await client.page
      .locator('a[data-photo]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('data-photo')));
    expect(previewed).toEqual(ids.slice(2));
    expect(seen).toEqual(previewed);
    await client.close();
    expect(complaints).toEqual([]);
    await close();
  });

  it('chooses all and none, and removes for good after asking', async () => {
    const { page, hidden, close } = await curated('The cellar');
    await page.locator('input[name=ids]').first().focus();
    await page.keyboard.press('Control+a');
    await page.getByText('6 photos selected').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Nothing selected').waitFor();
    await page.locator(`input[value="${hidden}"]`).check();
    await page.getByText('Phase, caption, remove').click();
    await page.getByText('Remove', { exact: true }).click();
    await page.getByRole('button', { name: 'Remove for good' }).click();
    await page.getByText('1 photo removed', { exact: true }).waitFor();
    const { rows } = await owner.query('select id from photos where id = $1', [hidden]);
    expect(rows).toEqual([]);
    await close();
  });
});

describe('curating', () => {
  it('applies one action after the other to the selected photos only', async () => {
    const { page, projectId, ids, box, press, focused, close } = await curated('Two actions');
    const before = await kept(projectId, 'visibility');
    await box(ids[3]).check();
    await press('Public');
    await page.getByText('Nothing selected').waitFor();
    await expect.poll(() => page.locator('input[name=ids]:checked').count()).toBe(0);
    expect(await kept(projectId, 'visibility')).toEqual({ ...before, [`${ids[3]}`]: 'public' });
    await expect.poll(focused).toBe(ids[3]);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Space');
    await page.getByText('1 photo selected').waitFor();
    await expect.poll(() => box(ids[2]).isChecked()).toBe(true);
    await press('Internal');
    await page.getByText('Nothing selected').waitFor();
    expect(await kept(projectId, 'visibility')).toEqual({
      ...before,
      [`${ids[3]}`]: 'public',
      [`${ids[2]}`]: 'internal',
    });
    await close();
  });

  it('keeps the selection when an action fails, and sets the caption on Enter', async () => {
    const { page, projectId, ids, box, press, close } = await curated('A failed action');
    const [captions, visibility] = [await kept(projectId, 'caption'), await kept(projectId, 'visibility')];
    await box(ids[0]).check();
    await box(ids[4]).check();
    await page.getByText('Phase, caption, remove').click();
    const caption = page.getByRole('textbox', { name: 'Caption' });
    await caption.press('Enter');
    await caption.evaluate((field) => field.removeAttribute('maxlength'));
    await caption.fill('x'.repeat(501));
    await press('Set caption');
    await page.getByText('At most 500 characters').first().waitFor();
    await expect.poll(() => page.locator('input[name=ids]:checked').count()).toBe(2);
    await page.getByText('2 photos selected').waitFor();
    expect(await kept(projectId, 'caption')).toEqual(captions);
    await caption.fill('The hall');
    await caption.press('Enter');
    await page.getByText('Nothing selected').waitFor();
    expect(await kept(projectId, 'caption')).toEqual({
      ...captions,
      [`${ids[0]}`]: 'The hall',
      [`${ids[4]}`]: 'The hall',
    });
    expect(await kept(projectId, 'visibility')).toEqual(visibility);
    await close();
  });

  it('moves the focus to the next photo when photos leave the list, down to the last', async () => {
    const { page, ids, box, press, focused, close } = await curated('Leaving', '?visibility=client');
    await box(ids[1]).check();
    await press('Internal');
    await expect.poll(focused).toBe(ids[2]);
    await page.getByRole('checkbox', { name: 'Select photo 2 of 4: Photo 3' }).waitFor();
    await press('Select all');
    await press('Public');
    await page.getByText('No matching photos').waitFor();
    await page.getByText('4 photos changed', { exact: true }).waitFor();
    await close();
  });
});
