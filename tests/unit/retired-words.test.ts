import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { trackedFiles } from '@/tests/support/source/files';

/** A retired word: the word in use instead, and the texts that may still contain it, each with its reason. */
type RetiredWord = { word: RegExp; instead: string; allowed?: RegExp[] };

const retired: RetiredWord[] = [
  { word: /\btype Who\b|\b(?:a|the) Who\b|\bWho(?=[<[{])|: Who\b/, instead: 'Actor' },
  { word: /\bwho:/, instead: 'guard:' },
  {
    word: /\b[Bb]adges?\b/,
    instead: 'session cookie',
    // Badges of the interface; the label of the signing key, whose change would sign everybody out.
    allowed: [/^components\//, /status-badge|ui\/badge|<Badge|badge=\{|'oriel badge'/],
  },
  { word: /\bstandings?\b/i, instead: 'identity', allowed: [/standing order/i, /outstanding/i] },
  { word: /\bwings?\b/i, instead: 'area' },
  { word: /\bkeepers?\b/i, instead: 'definer' },
  { word: /\bplant(?:s|ed|ing)?\b/i, instead: 'seed, insert' },
  { word: /\bdeeds?\b/i, instead: 'action', allowed: [/deeds? of (?:sale|title)/i] },
  { word: /\bsaid\b/i, instead: 'input, given' },
  { word: /\bstandpoints?\b/i, instead: 'a fixture word' },
  { word: /\bsights?\b/i, instead: 'visibility', allowed: [/sight(?:ed)? (?:reader|user)/i] },
  // Names and addresses in test data are data: an Office document, office@ and an office that a client rents.
  {
    word: /\boffice\b/i,
    instead: 'tenant',
    allowed: [/^lib\/storage\//, /Office (?:document|file|Open)/, /office@/i, /['"`>][^'"`<]*office/i],
  },
  { word: /\bdesk\b/i, instead: 'a fixture word', allowed: [/['"`][^'"`]*desk/i] },
  { word: /\bgallery items?\b|\bgalleryItems?\b|\bgallery_items?\b/i, instead: 'photo' },
];

// What people read (catalogues, stories of the demo), history that must not change, and this list itself.
const exempt = [
  /^lib\/i18n\/messages\//,
  /^prisma\/migrations\//,
  /^prisma\/seed\/(?:stories|papers|photos)\//,
  /^tests\/unit\/retired-words\.test\.ts$/,
  /^docs\/decisions\//, // dated records, kept as they were written
  /^CHANGELOG\.md$/,
  /^lib\/db\/generated\//,
];
const checked = /^(?:(?:lib|app|components|prisma|scripts|tests|docs)\/|[^/]+$)/;
const readable = /\.(?:tsx?|mjs|sql|prisma|md|ya?ml)$/;

const lines = trackedFiles()
  .filter((path) => checked.test(path) && readable.test(path) && !exempt.some((pattern) => pattern.test(path)))
  .flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .map((text, index) => ({ place: `${path}:${index + 1}`, path, text })),
  );

it('reads the files of every folder', () => {
  for (const folder of ['lib', 'app', 'components', 'prisma', 'scripts', 'tests', 'docs'])
    expect(lines.filter(({ path }) => path.startsWith(`${folder}/`)).length, folder).toBeGreaterThan(20);
});

it.each(retired)('$instead is written instead of $word', ({ word, allowed = [] }) => {
  const left = lines.filter(
    ({ path, text }) => word.test(text) && !allowed.some((pattern) => pattern.test(text) || pattern.test(path)),
  );
  expect(left.map(({ place, text }) => `${place} ${text.trim().slice(0, 100)}`)).toEqual([]);
});
