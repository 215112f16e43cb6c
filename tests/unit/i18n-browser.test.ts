import { describe, expect, test } from 'vitest';
import { catalogues } from '@/lib/i18n/catalogues';
import { mergeMessages, pickMessages, sharedPaths } from '@/lib/i18n/pick-messages';
import { missingMessages, providersInBrowser } from '@/tests/support/source/browser-messages';
import { type SourceFile, sourceFiles } from '@/tests/support/source/files';

const files = sourceFiles().filter(({ path }) => /^(app|components|lib)\//.test(path));

describe('messages in the browser', () => {
  test('are sent along by each file that renders a browser component', () => {
    expect(missingMessages(files, sharedPaths)).toEqual([]);
  });

  test('are provided by no file that runs in the browser itself', () => {
    expect(providersInBrowser(files)).toEqual([]);
  });

  test('weigh no more than 4 kB where a page needs none of its own', () => {
    const bytes = Object.values(catalogues).map(
      (messages) => JSON.stringify(pickMessages(messages, sharedPaths)).length,
    );
    expect(Math.max(...bytes)).toBeLessThan(4096);
  });
});

describe('a partial catalogue', () => {
  test('holds the named namespaces and messages in their places, and nothing else', () => {
    const { common, documents } = catalogues.en;
    expect(pickMessages(catalogues.en, ['common.toast', 'documents.show.file', 'documents.preview'])).toEqual({
      common: { toast: common.toast },
      documents: { show: { file: documents.show.file }, preview: documents.preview },
    });
  });

  test('cannot name what the catalogue does not have', () => {
    expect(() => pickMessages({ common: { a: 'A' } }, ['common.toast'])).toThrow('common.toast');
  });

  test('is added to another without taking anything away', () => {
    const outer = { a: { one: '1', two: '2' }, b: 'B' };
    expect(mergeMessages(outer, { a: { two: 'II', three: '3' } })).toEqual({
      a: { one: '1', two: 'II', three: '3' },
      b: 'B',
    });
    expect(outer.a.two).toBe('2');
  });

  test('replaces a message that the build has parsed as a whole', () => {
    const parsed = (...parts: unknown[]) => parts as unknown as string;
    const outer = { a: { one: parsed(['n', 3, 'x'], 'tail') } };
    expect(mergeMessages(outer, { a: { one: parsed('I') } })).toEqual({ a: { one: ['I'] } });
    expect(() => pickMessages(outer, ['a.one.0' as never])).toThrow('a.one.0');
  });
});

describe('the search for missing messages', () => {
  const bar = source(
    'components/bar.tsx',
    `'use client';\nimport { label } from '@/components/label';\nexport function Bar() { return label(); }`,
  );
  const label = source('components/label.ts', `export function label() { return useTranslations('shop')('open'); }`);
  const page = (body: string) =>
    source('app/page.tsx', `import { Bar } from '@/components/bar';\nexport default () => ${body};`, [
      'components/bar',
    ]);
  bar.imports.push('components/label');

  test('finds a key of a file that the component imports', () => {
    expect(missingMessages([page('<Bar />'), bar, label], ['common'])).toEqual([
      'app/page.tsx: Bar asks for shop.open',
    ]);
  });

  test('is content with the key, its namespace, or a shared one, around the component', () => {
    for (const path of ['shop', 'shop.open'])
      expect(missingMessages([page(`<Messages for={['${path}']}><p><Bar /></p></Messages>`), bar, label], [])).toEqual(
        [],
      );
    expect(missingMessages([page('<Bar />'), bar, label], ['shop'])).toEqual([]);
  });

  test('is not content with a provider beside the component, or with another namespace', () => {
    for (const body of [
      `<><Messages for={['shop']}>x</Messages><Bar /></>`,
      `<Messages for={['sho']}><Bar /></Messages>`,
    ])
      expect(missingMessages([page(body), bar, label], [])).toHaveLength(1);
  });

  test('refuses a list that is computed', () => {
    expect(() => missingMessages([page('<Messages for={all}><Bar /></Messages>'), bar, label], [])).toThrow('literals');
  });

  test('finds a provider that runs in the browser', () => {
    const inner = source('components/inner.tsx', '', ['components/layout/messages']);
    const outer = source('components/outer.tsx', `'use client';`, ['components/inner']);
    expect(providersInBrowser([inner, outer])).toEqual(['components/inner.tsx']);
  });
});

function source(path: string, text: string, imports: string[] = []): SourceFile {
  return { path, text, lines: text.split('\n').length, imports: [...imports] };
}
