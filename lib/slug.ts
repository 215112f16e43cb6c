import slugify from '@sindresorhus/slugify';

/** The maximum length, which a host name could hold too (a DNS label). */
const longest = 63;

// The library would replace them by English words: “and”, “love”, “unicorn”.
const asBlanks: [string, string][] = [
  ['&', ' '],
  ['♥', ' '],
  ['🦄', ' '],
];

/** Latin letters that neither decompose nor are known to the library: of Sami, Azerbaijani, Hausa and Ewe, for example. */
const letters = Object.entries({
  ...{ Ŋ: 'N', ŋ: 'n', Ŧ: 'T', ŧ: 't', ĸ: 'k', Ə: 'E', ə: 'e', Ɛ: 'E', ɛ: 'e', Ɔ: 'O', ɔ: 'o', Ɩ: 'I', Ʊ: 'U', ʊ: 'u' },
  ...{ Ɓ: 'B', ɓ: 'b', Ɗ: 'D', ɗ: 'd', Ɖ: 'D', ɖ: 'd', Ƒ: 'F', ƒ: 'f', Ɠ: 'G', ɠ: 'g', Ǥ: 'G', ǥ: 'g', Ƙ: 'K', ƙ: 'k' },
  ...{
    Ɲ: 'N',
    ɲ: 'n',
    Ƴ: 'Y',
    ƴ: 'y',
    Ʋ: 'V',
    ʋ: 'v',
    Ʒ: 'Z',
    ʒ: 'z',
    Ǯ: 'Z',
    ǯ: 'z',
    Ǽ: 'AE',
    ǽ: 'ae',
    Ǿ: 'O',
    ǿ: 'o',
  },
});

/**
 * A name as a part of an address: “Harbor & Pine Builders” → `harbor-pine-builders`, “Łódź Süd” → `lodz-sued`. Letters are
 * transliterated to Latin, other characters become hyphens. A name without any letter or digit gives `fallback`.
 */
export function slugOf(name: string, fallback: string): string {
  const slug = slugify(name.normalize('NFKC'), { decamelize: false, customReplacements: [...asBlanks, ...letters] });
  return slug.slice(0, longest).replace(/-+$/, '') || fallback;
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : `-${number}`;
    const candidate = slug.slice(0, longest - ending.length).replace(/-+$/, '') + ending;
    if (!taken.has(candidate)) return candidate;
  }
}
