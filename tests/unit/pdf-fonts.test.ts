import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFonts, requireFonts } from '@/lib/pdf/fonts';
import { lettersWithoutFont, settable } from '@/lib/pdf/letters';
import { textSetter } from '@/lib/pdf/text';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'oriel-fonts-'));
  const font = path.resolve('tests/support/printed/fonts/noto-sans-sc-three-letters.ttf');
  await copyFile(font, path.join(folder, 'Regular.TTF'));
  await writeFile(path.join(folder, 'a-broken.ttf'), 'no font');
  await writeFile(path.join(folder, 'readme.txt'), 'no font either');
});

afterAll(() => rm(folder, { recursive: true }));

describe('the folder of the deployer', () => {
  it('adds its fonts after the portal’s own, and leaves out what is none', async () => {
    const [own, more] = [await openFonts(), await openFonts(folder)];
    expect(more.map(({ regular }) => regular.name)).toEqual([
      ...own.map(({ regular }) => regular.name),
      'NotoSansSC-Regular',
    ]);
    expect(lettersWithoutFont(['王小明先', '先'], more)).toEqual(['先']);
  });

  it('is required at the start where it is named', async () => {
    await expect(requireFonts(undefined)).resolves.toBeUndefined();
    await expect(requireFonts(folder)).resolves.toBeUndefined();
    await expect(requireFonts(path.join(folder, 'gone'))).rejects.toThrow(
      /^ORIEL_FONTS .*gone cannot be read: ENOENT$/,
    );
  });
});

it('a glyph has a place in the file for each letter that it stands for', async () => {
  const font = (await openFonts())[0]?.regular.font;
  const id = font?.glyphForCodePoint(0x3b9).id; // ι, which is ɩ too
  const subset = font?.createSubset();
  expect(font?.layout('ιɩι').glyphs.map((glyph) => subset?.includeGlyph(glyph))).toEqual([1, 2, 1]);
  expect(subset?.glyphs).toEqual([0, id, id]);
});

describe('a text in lines', () => {
  const setter = async () => textSetter(await openFonts());
  const words = (lines: ReturnType<Awaited<ReturnType<typeof setter>>>) =>
    lines.map(({ runs }) => runs.map(({ text }) => text).join('|'));

  it('breaks between words, at line feeds, and anywhere in a word wider than the line', async () => {
    const set = await setter();
    expect(words(set('one two three', { size: 10 }, 45))).toEqual(['one two', 'three']);
    expect(words(set('one\r\n\ntwo', { size: 10 }))).toEqual(['one', '', 'two']);
    const parts = words(set(`a ${'b'.repeat(20)}`, { size: 10 }, 45));
    expect(parts.join('')).toBe(`a${'b'.repeat(20)}`);
    expect(parts.length).toBeGreaterThan(2);
  });

  it('is never wider than it may be, in any script', async () => {
    const set = await setter();
    for (const text of [
      'Carpentry, levelling; 12.5 m² '.repeat(9),
      'نجارة الأبواب في الغرفة '.repeat(9),
      'עבודות (2) נגרות '.repeat(9),
    ])
      for (const { width } of set(text, { size: 9 }, 120)) expect(width).toBeLessThanOrEqual(120.5);
  });

  it('has runs from left to right, those of Hebrew and Arabic turned, with their brackets', async () => {
    const set = await setter();
    const runs = (text: string) =>
      set(text, { size: 10 })[0]?.runs.map((run) => `${run.backwards ? '<' : '>'}${run.text.replace('\u202e', '')}`);
    expect(runs('abc שלום, xyz (12)')).toEqual(['>abc ', '<שלום', '>, xyz (12)']);
    // A number and its brackets after a Hebrew word belong to it.
    expect(runs('abc שלום (12) xyz')).toEqual(['>abc ', '<(', '>12', '<)', '<שלום ', '> xyz']);
    expect(runs('(שלום) 12')).toEqual(['>12', '<( ', '<שלום', '<)']);
  });

  it('has no control characters, and one form of each letter', () => {
    expect(settable('a\u0000b\tc\r\nd\u2028e\u0007')).toBe('ab c\nd\ne');
    expect(settable('e\u0301')).toBe('é');
  });
});
