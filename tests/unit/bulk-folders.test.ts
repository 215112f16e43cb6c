import { describe, expect, it } from 'vitest';
import type { BulkItem } from '@/components/bulk/bulk-item';
import { withoutCommonRoot } from '@/components/bulk/entry-path';
import { readChosen } from '@/components/bulk/read-folder';
import { type Offer, pathOf, planOf, sortFolders } from '@/components/bulk/sort-folders';

const offer: Offer = {
  phases: [
    { id: 'shell', name: 'Shell' },
    { id: 'roof', name: 'Roof & façade' },
  ],
  types: [
    { id: 'contract', name: 'Contract' },
    { id: 'plan', name: 'Plan' },
  ],
  photos: { endings: ['jpg', 'png'], maxBytes: 100 },
  documents: { endings: ['pdf', 'docx', 'jpg', 'png'], maxBytes: 1000 },
  prefer: 'photos',
};

const item = (path: string, size = 10): BulkItem => {
  const at = path.lastIndexOf('/');
  const open = async () => new File([], path);
  return { folder: path.slice(0, Math.max(at, 0)), name: path.slice(at + 1), key: path, size, open };
};

describe('the folders of an upload', () => {
  it('go to the type or phase of their name, whatever its case, accents, numbers and plural', () => {
    const paths = [
      '01_Plans/a.pdf',
      'CONTRACTS/b.pdf',
      'roof facade/c.jpg',
      'Plans/Shell/d.jpg',
      'site/e.jpg',
      'x/f.pdf',
    ];
    const rows = sortFolders(
      paths.map((path) => item(path)),
      offer,
    );
    expect(Object.fromEntries(rows.map(({ folder, to }) => [folder, to]))).toEqual({
      '01_Plans': 'documents:plan',
      CONTRACTS: 'documents:contract',
      'roof facade': 'photos:roof',
      'Plans/Shell': 'photos:shell',
      site: 'photos',
      x: 'documents:contract',
    });
  });

  it('lose the root that all share, unless it is the only one', () => {
    const cut = (...paths: string[]) => withoutCommonRoot(paths.map((path) => item(path))).map(pathOf);
    expect(cut('Move/Plans/a.pdf', 'Move/b.pdf')).toEqual(['Plans/a.pdf', 'b.pdf']);
    expect(cut('Move/Plans/a.pdf', 'Move/Plans/b.pdf')).toEqual(['Plans/a.pdf', 'Plans/b.pdf']);
    expect(cut('a.pdf', 'Plans/b.pdf')).toEqual(['a.pdf', 'Plans/b.pdf']);
    expect(cut('a.pdf')).toEqual(['a.pdf']);
  });

  it('are planned by what their destination takes, and everything else is named', () => {
    const items = ['P/a.jpg', 'P/b.pdf', 'P/c.heic', 'P/d.zip', 'P/e'].map((path) => item(path));
    const plan = (to: string, more: BulkItem[] = []) => {
      const { planned, leftOut } = planOf([...items, ...more], [{ folder: 'P', count: 5, bytes: 50, to }], offer);
      return [planned.map(({ item: { name } }) => name), leftOut.map(({ path, reason }) => `${path} ${reason}`)];
    };
    expect(plan('photos', [item('P/large.jpg', 101)])).toEqual([
      ['a.jpg', 'e'],
      ['P/b.pdf photoOnly', 'P/c.heic heic', 'P/d.zip archive', 'P/large.jpg tooLarge'],
    ]);
    expect(plan('documents:plan', [item('P/x.exe'), item('P/large.jpg', 101)])).toEqual([
      ['a.jpg', 'b.pdf', 'e', 'large.jpg'],
      ['P/c.heic heic', 'P/d.zip archive', 'P/x.exe type'],
    ]);
    expect(plan('')).toEqual([[], []]);
  });

  it('are read from a picker for folders, in which a ZIP is a file and not opened', async () => {
    const file = (path: string) =>
      Object.defineProperty(new File(['x'], path.split('/').at(-1) ?? ''), 'webkitRelativePath', { value: path });
    const { items, system } = await readChosen(['Move/a.pdf', 'Move/.DS_Store', 'Move/in/b.zip'].map(file));
    expect([items.map(pathOf), system]).toEqual([['Move/a.pdf', 'Move/in/b.zip'], 1]);
  });
});
