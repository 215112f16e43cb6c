import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
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

  it('have no folders in the names of files, and none that lead outside', () => {
    const pathOf = uniquePaths();
    const names = ['RE/2026/7.pdf', '../7.pdf', '/7.pdf', 'a\\b.pdf', '..', 'con.pdf'];
    expect(names.map((name) => pathOf(['Invoices'], name))).toEqual([
      'Invoices/RE-2026-7.pdf',
      'Invoices/-7.pdf',
      'Invoices/-7 (2).pdf',
      'Invoices/a-b.pdf',
      'Invoices/file',
      'Invoices/_con.pdf',
    ]);
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

  it('opens in unzip and proves itself by sha256sum, which need no script', async () => {
    const archive = openArchive({ fileName: 'all.zip', at: new Date('2026-03-04T05:06:07Z') });
    const names = ['Dokumente/Grundriß 図面.pdf', 'Fotos/-rf "x" & $(y).jpg', 'مستندات/مخطط.pdf', 'index.html'];
    for (const name of names) await archive.add(name, `of ${name}`, name.endsWith('html'));
    const { path, discard } = await archive.finish();
    const target = join(folder, 'unzipped');
    const options = { env: { ...process.env, LC_ALL: 'C.UTF-8' } };
    await promisify(execFile)('unzip', ['-q', path, '-d', target], options);
    const { stdout } = await promisify(execFile)('sha256sum', ['-c', 'SHA256SUMS'], { ...options, cwd: target });
    expect(stdout).toBe(names.map((name) => `${name}: OK\n`).join(''));
    await writeFile(join(target, 'index.html'), 'changed');
    const again = promisify(execFile)('sha256sum', ['-c', 'SHA256SUMS'], { ...options, cwd: target });
    await expect(again).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('index.html: FAILED') });
    await rm(target, { recursive: true });
    await discard();
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
