import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogues } from '@/lib/i18n/catalogues';
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

/** Words that people no longer read: one word per idea, and "account" for what somebody signs in with only. */
const retiredTexts: { language: 'en' | 'de'; word: RegExp; instead: string }[] = [
  { language: 'en', word: /\busers?\b/i, instead: 'person, people' },
  {
    language: 'en',
    word: /\b(?:kind of account|account is|account belongs|for this account|your account does)/i,
    instead: 'role, person',
  },
  {
    language: 'en',
    word: /\b(?:somebody|everybody|meanwhile|telephone)\b/i,
    instead: 'someone, everyone, in the meantime, phone',
  },
  {
    language: 'en',
    word: /\bmatches\b|\bchosen\b.*\bphotos?\b|\bphotos? chosen\b|\bdocuments? chosen\b/i,
    instead: 'No matching …, selected',
  },
  {
    language: 'en',
    word: /\b(?:reset|remove) (?:the )?(?:filters?|selection)\b/i,
    instead: 'Clear filters, Clear selection',
  },
  { language: 'en', word: /\bown people\b/i, instead: 'your team' },
  { language: 'de', word: /\b(?:Be)?[Nn]utzer/, instead: 'Person' },
  {
    language: 'de',
    word: /Art des Kontos|Konto (?:ist|gehört)|dieses Konto\b|Ihr Konto (?:darf|gehört)/,
    instead: 'Rolle, Person',
  },
  { language: 'de', word: /Filter entfernen|eigenen Leute/, instead: 'Filter zurücksetzen, Ihr Team' },
];

function textsOf(tree: object): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value)));
}

describe('what people read', () => {
  it.each(retiredTexts)('says $instead and not $word', ({ language, word }) => {
    const texts = textsOf(catalogues[language]);
    expect(texts.length).toBeGreaterThan(800);
    expect(texts.filter((text) => word.test(text))).toEqual([]);
  });

  it.each([
    'Started: {phase}',
    "What's new",
    'Balance due',
    'Edit phases',
    'Clear filters',
    'Clear selection',
    'Account created',
    'Not downloaded yet',
    'Loading preview…',
    'Who has access and why not',
    'Your business details',
    'Location data is removed.',
    'Open showcase',
  ])('says “%s”', (words) => {
    expect(textsOf(catalogues.en).some((text) => text === words || text.endsWith(` ${words}`))).toBe(true);
  });
});
