import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { iconNames } from '@/components/ui/icon-names';
import { spriteOf } from '@/scripts/launch/sprite';
import { sourceFiles } from '@/tests/support/source/files';

const drawn = sourceFiles().filter(({ path }) => /^(app|components)\//.test(path));

it('the sprite has the icons of the list, as Lucide draws them', async () => {
  expect(await readFile('components/ui/icons.svg', 'utf8'), 'run npm run icons').toBe(await spriteOf(iconNames));
});

it('every icon of the list is drawn somewhere', () => {
  const texts = drawn.filter(({ path }) => !path.endsWith('icon-names.ts')).map(({ text }) => text);
  expect(iconNames.filter((name) => !texts.some((text) => new RegExp(`['"]${name}['"]`).test(text)))).toEqual([]);
});

it('no page or component draws an icon of its own, whose paths would be in every answer', () => {
  expect(drawn.filter(({ imports }) => imports.includes('lucide-react')).map(({ path }) => path)).toEqual([]);
});
