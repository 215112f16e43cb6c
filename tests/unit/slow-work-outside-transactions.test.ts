import { describe, expect, it } from 'vitest';
import { sourceFiles } from '@/tests/support/source/files';
import { slowInTransactions } from '@/tests/support/source/open-transactions';

/** Packages whose functions take long: hashing, pictures, PDF, files, storage, other programs and other machines. */
const slowPackages = [
  ...[
    '@node-rs/argon2',
    'sharp',
    'pdfkit',
    'fontkit',
    '@e-invoice-eu/core',
    'pdfjs-dist',
    'file-type',
    'yauzl',
    '@fastify/busboy',
  ],
  ...[
    'node:fs',
    'node:fs/promises',
    'node:child_process',
    'node:http',
    'node:https',
    'node:net',
    'node:stream/promises',
  ],
  ...['@aws-sdk/client-s3', 'uploadthing/server', 'uploadthing'],
];

const sources = sourceFiles().filter(({ path }) => /^(lib|app|scripts)\//.test(path) && !/\.d\.ts$/.test(path));

/** Files whose transactions may wait for files, each with the reason. */
const exceptions: Record<string, string> = {
  'lib/exports/business/job.ts':
    'one snapshot of all tables is written as it is read; it locks nothing, and no request waits for it',
};
const isException = (place: string) => Object.keys(exceptions).some((path) => place.startsWith(`${path}:`));
const slow = slowInTransactions(sources, slowPackages);

it('no transaction is open while the portal hashes, works on pictures or waits for files', () => {
  expect(slow.filter((place) => !isException(place))).toEqual([]);
});

it.each(Object.keys(exceptions))('the exception of %s is needed', (path) => {
  expect(slow.some((place) => place.startsWith(`${path}:`))).toBe(true);
});

describe('the search for slow work in transactions', () => {
  const source = (text: string) => ({
    path: 'lib/users/commands.ts',
    text: `import { hash } from '@node-rs/argon2';\nimport { rm } from 'node:fs/promises';\nconst hashed = (p) => hash(p);\n${text}`,
  });

  it.each([
    ['a command', 'export async function create(db: WriteDb, password) { await hash(password); }'],
    ['a callback', 'export const create = (password) => asLogin(async (db) => hash(password));'],
    ['a function between', 'export const create = (p) => write(a, (db) => hashed(p));'],
    ['the removal of a file', 'export const create = (p) => write(a, (db) => rm(p));'],
    ['a transaction under another name', 'export const undo = (transaction) => transaction(async (db) => hash(1));'],
  ])('finds it in %s', (_, text) => {
    expect(slowInTransactions([source(text)], slowPackages)).toHaveLength(1);
  });

  it('finds pictures and the storage through the portal’s own functions', () => {
    const functions = {
      renderPhoto: 'lib/gallery/renditions/files',
      firstPageOf: 'lib/storage/pdf-picture',
      invoicePdf: 'lib/invoices/printed/pdf',
      invoiceXml: 'lib/invoices/printed/xml',
      store: 'lib/storage/store',
      checkedFile: 'lib/storage/checked-file',
      verifyPassword: 'lib/auth/passwords',
    };
    const madeUp = Object.entries(functions).map(([name, from]) => ({
      path: `lib/made-up/${name}.ts`,
      text: `import { ${name} } from '@/${from}';\nexport const create = () => write(a, (db) => ${name}());`,
    }));
    const found = slowInTransactions([...sources, ...madeUp], slowPackages);
    expect(found.filter((place) => !isException(place))).toEqual(madeUp.map(({ path }) => `${path}:2`));
  });

  it('passes over what hashes before', () => {
    const text =
      'export const create = async (p) => { const h = await hash(p); return write(a, (db) => save(db, h)); };';
    expect(slowInTransactions([source(text)], slowPackages)).toEqual([]);
  });
});
