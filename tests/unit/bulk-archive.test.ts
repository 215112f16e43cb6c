import { describe, expect, it } from 'vitest';
import { UnreadableArchive, UnreadableEntry } from '@/components/bulk/bulk-item';
import { readArchive } from '@/components/bulk/read-archive';
import { pathOf } from '@/components/bulk/sort-folders';
import { type RawEntry, rawZip } from '@/tests/support/files/raw-zip';

const found = (entries: readonly RawEntry[]) => readArchive(new File([rawZip(entries)], 'handover.zip'));

const plain = (...names: string[]) => names.map((name) => ({ name, bytes: 'x' }));

/** The entry and what becomes of it: beside it another one, which always goes in. */
async function leftOut(entry: RawEntry) {
  const { items, leftOut: out } = await found([entry, ...plain('good.txt')]);
  expect(items.map(pathOf)).toEqual(['good.txt']);
  return out;
}

describe('a ZIP', () => {
  it('gives its files with their folders, sizes and bytes', async () => {
    const text = 'words '.repeat(500);
    const { items, leftOut: out } = await found([
      { name: 'Plans/', bytes: '' },
      { name: 'Plans/ground.txt', bytes: text, deflate: true },
      { name: 'Photos\\May\\one.jpg', bytes: 'jpeg' },
    ]);
    expect(out).toEqual([]);
    expect(items.map(({ folder, name, size }) => [folder, name, size])).toEqual([
      ['Plans', 'ground.txt', text.length],
      ['Photos/May', 'one.jpg', 4],
    ]);
    const file = await items[0]?.open();
    expect([file?.name, await file?.text(), file?.lastModified]).toEqual([
      'ground.txt',
      text,
      new Date(2025, 8, 1).getTime(),
    ]);
  });

  it.each([
    ['UTF-8 by its flag', { name: 'Pläne/Büro.pdf', flags: 0x800 }, 'Pläne/Büro.pdf'],
    ['UTF-8 without the flag, as macOS writes it', { name: 'Pläne/Büro.pdf' }, 'Pläne/Büro.pdf'],
    ['CP437, as old Windows writes it', { name: Buffer.from('Pl\x84ne/B\x81ro.pdf', 'latin1') }, 'Pläne/Büro.pdf'],
    ['the Unicode field of Info-ZIP', { name: Buffer.from('Pl?ne.pdf'), unicodeName: 'Pläne.pdf' }, 'Pläne.pdf'],
  ] satisfies [string, Omit<RawEntry, 'bytes'>, string][])('has names in %s', async (_, entry, expected) => {
    const { items } = await found([{ ...entry, bytes: 'x' }]);
    expect(items.map(pathOf)).toEqual([expected]);
  });

  it.each(['../evil.pdf', 'a/../../evil.pdf', '..\\evil.pdf', '/etc/passwd', 'C:\\evil.pdf', 'c:evil.pdf'])(
    'leaves out %s, which leads outside, and says so',
    async (name) => {
      expect(await leftOut({ name, bytes: 'x' })).toEqual([{ path: name, reason: 'outside' }]);
    },
  );

  it('leaves out links, encrypted entries, archives and unknown methods by name', async () => {
    expect(await leftOut({ name: 'link.pdf', bytes: '/etc/passwd', mode: 0o120777 })).toEqual([
      { path: 'link.pdf', reason: 'link' },
    ]);
    expect(await leftOut({ name: 'secret.pdf', bytes: 'x', flags: 1 })).toEqual([
      { path: 'secret.pdf', reason: 'encrypted' },
    ]);
    expect(await leftOut({ name: 'old/more.ZIP', bytes: 'x' })).toEqual([{ path: 'old/more.ZIP', reason: 'archive' }]);
    expect(await leftOut({ name: 'plan.pdf', bytes: 'x', method: 14 })).toEqual([
      { path: 'plan.pdf', reason: 'method' },
    ]);
  });

  it('leaves out a bomb, and ends one that lies about its size while it grows', async () => {
    const zeros = Buffer.alloc(40_000_000);
    expect(await leftOut({ name: 'bomb.csv', bytes: zeros, deflate: true })).toEqual([
      { path: 'bomb.csv', reason: 'bomb' },
    ]);
    const { items } = await found([{ name: 'liar.csv', bytes: zeros, deflate: true, told: 1000 }]);
    await expect(items[0]?.open()).rejects.toBeInstanceOf(UnreadableEntry);
  });

  it('counts what systems put beside the files, and shows it to nobody', async () => {
    const {
      items,
      system,
      leftOut: out,
    } = await found(
      plain('__MACOSX/Plans/._a.pdf', 'Plans/.DS_Store', 'Thumbs.db', 'Plans/._b.pdf', '~$offer.docx', 'Plans/a.pdf'),
    );
    expect([items.map(pathOf), system, out]).toEqual([['Plans/a.pdf'], 5, []]);
  });

  it('keeps the other files where one is damaged', async () => {
    const archive = rawZip([
      { name: 'bad.txt', bytes: 'broken '.repeat(50), deflate: true },
      { name: 'good.txt', bytes: 'whole' },
    ]);
    archive.fill(0xff, 40, 48);
    const { items } = await readArchive(new File([archive], 'handover.zip'));
    await expect(items[0]?.open()).rejects.toBeInstanceOf(UnreadableEntry);
    expect(await (await items[1]?.open())?.text()).toBe('whole');
  });

  it('is refused where it is none', async () => {
    for (const bytes of ['not a ZIP', '', rawZip(plain('a.txt')).subarray(0, 40)])
      await expect(readArchive(new File([bytes], 'broken.zip'))).rejects.toBeInstanceOf(UnreadableArchive);
  });
});
