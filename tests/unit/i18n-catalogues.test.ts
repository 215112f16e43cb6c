import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { catalogues } from '@/lib/i18n/catalogues';
import { languages } from '@/lib/i18n/locales';
import { sourceFiles } from '@/tests/support/source/files';
import { textsIn } from '@/tests/support/source/literal-texts';
import { keysUsedIn } from '@/tests/support/source/message-keys';

const sources = sourceFiles('lib/*.mjs').filter(({ path }) => /^(app|components|lib)\//.test(path));
const uses = sources.map(({ path, text }) => ({ path, ...keysUsedIn(path, text) }));
const english = flatten(catalogues.en);

describe.each(languages)('the catalogue of %s', (locale) => {
  const messages = flatten(catalogues[locale]);

  test('holds each file of its folder under the name of the file, and nothing else', () => {
    const folder = path.resolve(import.meta.dirname, '../../lib/i18n/messages', locale);
    const files = readdirSync(folder).map((file) => [
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(path.join(folder, file), 'utf8')),
    ]);
    expect(catalogues[locale]).toEqual(Object.fromEntries(files));
  });

  test('has the keys of the English one, no fewer and no more', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('takes the same arguments in every message', () => {
    const differing = [...messages].filter(([key, text]) => argumentsOf(text) !== argumentsOf(english.get(key) ?? ''));
    expect(differing).toEqual([]);
  });

  test('says something in every message', () => {
    expect([...messages].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

describe('the code', () => {
  test('asks for no key that is missing', () => {
    const missing = uses.flatMap(({ path, keys }) =>
      keys.filter((key) => !english.has(key)).map((key) => `${path}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  test('asks for no group of keys that is empty', () => {
    const empty = uses.flatMap(({ path, prefixes }) =>
      prefixes
        .filter((prefix) => ![...english.keys()].some((key) => key.startsWith(prefix)))
        .map((prefix) => `${path}: ${prefix}`),
    );
    expect(empty).toEqual([]);
  });

  test('says every message somewhere', () => {
    const used = new Set(uses.flatMap(({ keys }) => keys));
    const prefixes = new Set(uses.flatMap((use) => use.prefixes));
    const strings = new Set(uses.flatMap((use) => use.strings));
    const isUsed = (key: string) =>
      used.has(key) ||
      [...prefixes].some(
        (prefix) =>
          key.startsWith(prefix) &&
          (strings.has(key.slice(prefix.length)) ||
            key
              .slice(prefix.length)
              .split('.')
              .every((part) => strings.has(part))),
      );
    expect([...english.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });

  test('has no text for people outside the catalogues', () => {
    const pictures = sources.filter(({ path }) => path.endsWith('.tsx'));
    expect(pictures.flatMap(({ path, text }) => textsIn(path, text))).toEqual([]);
  });
});

describe('the reader of the code', () => {
  const page = `
    export default async function Page() {
      const [t, terms] = await Promise.all([getTranslations('a.b'), getTranslations('terms')]);
      return <p title="Hello" className="quiet">{t('one')} {terms(\`status.\${x}\`)} {t(open ? 'two' : 'three')} {cond ? 'Yes' : null} words</p>;
    }
    const Other = () => { const t = useTranslations('c'); return <b>{t.rich('four')}</b>; };
    const title = async () => (await getTranslations('d'))('five');
  `;

  test('finds keys in their scopes, and beginnings of keys', () => {
    const { keys, prefixes } = keysUsedIn('page.tsx', page);
    expect(keys).toEqual(['a.b.one', 'a.b.two', 'a.b.three', 'c.four', 'd.five']);
    expect(prefixes).toEqual(['terms.status.']);
  });

  test('finds text in elements, attributes and conditions, and leaves class names alone', () => {
    expect(textsIn('page.tsx', page).map((text) => text.split(' ').slice(1).join(' '))).toEqual([
      '"Hello"',
      '"Yes"',
      '"words"',
    ]);
  });
});

/** Every message by its full key. */
function flatten(tree: object, above = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[above + key, value]] : [...flatten(value, `${above}${key}.`)],
    ),
  );
}

/** The sorted names of a message's arguments and tags. Ignores their types: a plural in one language may be a plain number
 * in another. Throws for invalid ICU syntax. */
function argumentsOf(text: string): string {
  const names = (parts: MessageFormatElement[]): string[] =>
    parts.flatMap((part) => {
      if (part.type === TYPE.literal || part.type === TYPE.pound) return [];
      if (part.type === TYPE.tag) return [`<${part.value}>`, ...names(part.children)];
      const isChoice = part.type === TYPE.plural || part.type === TYPE.select;
      return [part.value, ...(isChoice ? Object.values(part.options).flatMap((option) => names(option.value)) : [])];
    });
  return [...new Set(names(parse(text)))].sort().join(' ');
}
