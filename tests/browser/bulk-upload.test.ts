import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { emptyProject, manager } from '@/tests/support/browser/gallery';
import { hydrated, openAs } from '@/tests/support/browser/session';
import { phonePhoto } from '@/tests/support/files/pictures';
import { rawZip } from '@/tests/support/files/raw-zip';
import { smallPdf } from '@/tests/support/http/upload';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();
const folder = await mkdtemp(path.join(tmpdir(), 'oriel-bulk-'));
afterAll(() => rm(folder, { recursive: true }));

const kept = async (projectId: string) =>
  (
    await owner.query<{ photos: number; documents: string[] }>(
      `select (select count(*)::int from photos where project_id = $1) as photos,
         array(select d.title || ' (' || t.name || ')' from documents d join document_types t on t.id = d.document_type_id
           where d.project_id = $1 order by 1) as documents`,
      [projectId],
    )
  ).rows[0];

async function openUpload(name: string) {
  const projectId = await emptyProject(owner, name);
  const opened = await openAs(browser, url, owner, manager, { locale: 'en' });
  await opened.page.goto(`/admin/projects/${projectId}/upload`);
  await hydrated(opened.page.locator('input[accept^=".zip"]'));
  return { projectId, ...opened };
}

it('a ZIP is sorted by its folders, changed before it starts, and a second time adds only what is missing', async () => {
  const { page, projectId, complaints, close } = await openUpload('Moved in');
  const picture = await phonePhoto({ orientation: 6 });
  const types = await owner.query<{ name: string }>(
    `select t.name from document_types t join projects p on p.tenant_id = t.tenant_id where p.id = $1 and t.is_active order by t.name`,
    [projectId],
  );
  const type = types.rows[0]?.name ?? '';
  const entries = [
    { name: `Old/${type}/Grundriß.pdf`, bytes: smallPdf('ground') },
    { name: `Old/${type}/broken.pdf`, bytes: 'no PDF at all' },
    { name: 'Old/Site/one.jpg', bytes: picture },
    { name: 'Old/Site/copy of one.jpg', bytes: picture },
    { name: 'Old/Private/diary.pdf', bytes: smallPdf('diary') },
    { name: '../evil.pdf', bytes: 'x' },
    { name: '__MACOSX/Old/._one.jpg', bytes: 'x' },
  ];
  const choose = (more: typeof entries = []) =>
    page.setInputFiles('input[accept^=".zip"]', {
      name: 'old.zip',
      mimeType: 'application/zip',
      buffer: rawZip([...entries, ...more]),
    });
  await choose();
  await page.getByText('1 leads out of the folder').waitFor();
  await page.getByText('1 file that a computer keeps for itself').waitFor();
  await expect.poll(() => page.getByLabel('Site').inputValue()).toBe('photos');
  await page.getByLabel('Private').selectOption({ label: 'Leave out' });
  await page.getByRole('button', { name: /^Upload 4 files/ }).click();
  await page.getByText('2 files were added').waitFor();
  await page.getByText('1 file was there already').waitFor();
  await page.getByText('1 file was not added').waitFor();
  await page.getByText('“broken.pdf” is damaged').waitFor();
  expect(await kept(projectId)).toEqual({ photos: 1, documents: [`Grundriß (${type})`] });

  await page.getByRole('button', { name: 'Upload something else' }).click();
  await choose([{ name: 'Old/Site/two.jpg', bytes: await phonePhoto({ orientation: 3 }) }]);
  await page.getByLabel('Private').selectOption({ label: 'Leave out' });
  await page.getByRole('button', { name: /^Upload 5 files/ }).click();
  await page.getByText('1 file was added').waitFor();
  await page.getByText('3 files were there already').waitFor();
  expect(await kept(projectId)).toMatchObject({ photos: 2 });
  expect(complaints.filter((line) => !/status of (?:409|422)/.test(line))).toEqual([]);
  await close();
});

it('a folder is read as it lies on the disk, and what a bad line lost is tried again alone', async () => {
  const { page, projectId, close } = await openUpload('A folder');
  const root = path.join(folder, 'House');
  await mkdir(path.join(root, 'Site', 'May'), { recursive: true });
  for (const [at, orientation] of [3, 6, 8].entries())
    await writeFile(path.join(root, 'Site', 'May', `${at}.jpg`), await phonePhoto({ orientation }));
  await writeFile(path.join(root, 'Thumbs.db'), 'x');
  let sent = 0;
  await page.route('**/api/admin/gallery', (route) => (++sent === 2 ? route.abort() : route.continue()));
  await page.locator('input[webkitdirectory]').setInputFiles(root);
  await page.getByRole('button', { name: /^Upload 3 files/ }).click();
  await page.getByText('The portal did not answer.').waitFor();
  await page.getByText('2 files were added').waitFor();
  await page.getByRole('button', { name: 'Try again what is missing' }).click();
  await page.getByText('3 files were added').waitFor();
  expect([sent, await kept(projectId)]).toEqual([4, { photos: 3, documents: [] }]);
  await close();
});
