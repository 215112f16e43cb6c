import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '@/tests/support/source/files';

/** Folders of lib that are not nouns. Every other folder is one. */
const technical = [
  'http',
  'i18n',
  'forms',
  'db',
  'authz',
  'auth',
  'events',
  'audit',
  'idempotency',
  'edits',
  'storage',
  'doors',
  'pdf',
  'csv',
  'live',
  'jobs',
  'mail',
  'worker',
  'mail',
  'openapi',
  'tables',
];

/** Parts of nouns that make a file: pages and XML of plain values, and the archives of a client and of a business. Their files are named by what they make. */
const printed = ['lib/invoices/printed/', 'lib/exports/pack/', 'lib/exports/business/'];

/** The allowed file names in a noun and its parts, each with its content. */
const names = {
  schemas: 'shapes of inputs and answers',
  queries: 'named reads, of clients or of everyone',
  'team-queries': 'named reads of the team',
  commands: 'named writes',
  rule: 'decisions on plain values, and the statuses',
  columns: 'columns that queries select, and how a row becomes an answer',
  files: 'contents of files: reads for downloads, and renditions',
  checks: 'conditions that commands require, with the errors they throw',
  lock: 'rows locked until commit',
  posting: 'entries of the account that commands of other nouns post',
  uploads: 'writes that take a file and open their own transactions',
};

const root = path.resolve(import.meta.dirname, '../..');
const folders = readdirSync(path.join(root, 'lib'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
const nouns = folders.map(({ name }) => name).filter((name) => !technical.includes(name));

/** The files with other names in nouns. A noun may have parts (`documents/types`); a part has no parts. */
function misnamed(paths: readonly string[], nounNames: readonly string[]): string[] {
  const allowed = new Set(Object.keys(names).map((name) => `${name}.ts`));
  return paths.filter((file) => {
    const [lib, noun = '', ...rest] = file.split('/');
    if (lib !== 'lib' || !nounNames.includes(noun) || printed.some((folder) => file.startsWith(folder))) return false;
    return rest.length === 0 || rest.length > 2 || !allowed.has(rest.at(-1) ?? '');
  });
}

describe('the folders of nouns', () => {
  const paths = sourceFiles().map((file) => file.path);

  it('hold files of the listed names only', () => {
    expect(nouns.length).toBeGreaterThanOrEqual(11);
    expect(misnamed(paths, nouns)).toEqual([]);
  });

  it('need every listed name, and every folder that is no noun exists', () => {
    const inNouns = paths.filter((file) => nouns.includes(file.split('/')[1] ?? '') && file.startsWith('lib/'));
    const used = new Set(inNouns.map((file) => path.basename(file, '.ts')));
    expect(Object.keys(names).filter((name) => !used.has(name))).toEqual([]);
    expect(technical.filter((name) => !folders.some((folder) => folder.name === name))).toEqual([]);
  });

  it.each([
    ['lib/boats/queries.ts', false],
    ['lib/boats/sails/team-queries.ts', false],
    ['lib/boats/checks.ts', false],
    ['lib/http/sail-order.ts', false],
    ['lib/boats.ts', false],
    ['components/boats/sail-form.tsx', false],
    ['lib/boats/sail-queries.ts', true],
    ['lib/boats/sails/order-commands.ts', true],
    ['lib/boats/my-schemas.ts', true],
    ['lib/boats/boats.ts', true],
    ['lib/boats/rule.test.ts', true],
    ['lib/boats/queries.tsx', true],
    ['lib/boats/sails/cloth/rule.ts', true],
    ['lib/boats/printed/xml.ts', true],
  ])('%s is refused: %s', (file, refused) => {
    expect(misnamed([file], ['boats'])).toEqual(refused ? [file] : []);
  });
});
