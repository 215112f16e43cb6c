import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openArchive } from '@/lib/exports/pack/archive';
import { hrefOf, html } from '@/lib/exports/pack/html';
import { nameFrom, uniquePaths } from '@/lib/exports/pack/paths';
import { testSecret } from '@/tests/support/database/global-setup';
import { unzipped, wrongSums } from '@/tests/support/files/unzipped';

const folder = await mkdtemp(join(tmpdir(), 'oriel-archive-'));
vi.stubEnv('ORIEL_DATA_DIR', folder);
vi.stubEnv('ORIEL_SECRET', testSecret);
vi.stubEnv('ORIEL_APP_DATABASE_URL', 'postgresql://nobody@localhost:1/none');
afterAll(() => rm(folder, { recursive: true }));

describe('the paths of an archive', () => {
  it('are unlike one another, on computers that know no case too', () => {
    const pathOf = uniquePaths();
    const names = ['plan.pdf', 'plan.pdf', 'Plan.PDF', 'plan (2).pdf', 'notes', 'notes'];
    expect(names.map((name) => pathOf(['Documents', 'House'], name).split('/').at(-1))).toEqual([
      'plan.pdf',
      'plan (2).pdf',
      'Plan (3).PDF',
      'plan (2) (2).pdf',
      'notes',
      'notes (2)',
    ]);
    expect(pathOf(['Documents', 'Office'], 'plan.pdf')).toBe('Documents/Office/plan.pdf');
  });

  it('have folders that every computer takes', () => {
    expect(nameFrom('House . ')).toBe('House');
    expect(nameFrom('House 3/4')).toBe('House 3-4');
    expect(nameFrom('ä'.repeat(100))).toBe('ä'.repeat(60));
  });
});

describe('an archive', () => {
  it('holds its files and their sums, with names beyond ASCII', async () => {
    const archive = openArchive({ fileName: 'all.zip', at: new Date('2026-03-04T05:06:07Z') });
    await archive.add('Dokumente/Grundriß 図面.pdf', Readable.from([Buffer.from('one '), Buffer.from('two')]));
    await archive.add('index.html', '<p>ü</p>', true);
    const file = await archive.finish();
    const bytes = await readFile(file.path);
    const files = await unzipped(bytes);
    expect([...files].map(([path, content]) => [path, content.toString()]).slice(0, 2)).toEqual([
      ['Dokumente/Grundriß 図面.pdf', 'one two'],
      ['index.html', '<p>ü</p>'],
    ]);
    expect([wrongSums(files), file.byteSize]).toEqual([[], bytes.length]);
    await file.discard();
  });

  it('leaves nothing behind where an entry fails or it is abandoned', async () => {
    for (const fails of [true, false]) {
      const archive = openArchive({ fileName: 'all.zip', at: new Date() });
      await archive.add('a.txt', 'a');
      if (fails) {
        const broken = Readable.from(
          (async function* () {
            yield Buffer.from('half');
            throw new Error('the storage is gone');
          })(),
        );
        await expect(archive.add('b.txt', broken)).rejects.toThrow('the storage is gone');
      }
      await archive.abandon();
      expect(await readFolder()).toEqual([]);
    }
  });
});

const readFolder = () => readdir(join(folder, 'spool'));

it('markup of the index escapes every value, and addresses take every name', () => {
  expect(html`<p title="${'"><script>'}">${[html`<i>${"a & 'b'"}</i>`]}${null}${0}</p>`.text).toBe(
    '<p title="&quot;&gt;&lt;script&gt;"><i>a &amp; &#39;b&#39;</i>0</p>',
  );
  expect(hrefOf('Fotos/a #1?.jpg')).toBe('Fotos/a%20%231%3F.jpg');
});
