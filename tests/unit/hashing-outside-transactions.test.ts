import { describe, expect, it } from 'vitest';
import { sourceFiles } from '@/tests/support/source/files';
import { slowInTransactions } from '@/tests/support/source/open-transactions';

const hashing = ['lib/auth/passwords#hashPassword', 'lib/auth/passwords#verifyPassword'];

it('no transaction is open while argon2 hashes', () => {
  const sources = sourceFiles().filter(({ path }) => /^(lib|app|scripts)\//.test(path) && !/\.d\.ts$/.test(path));
  expect(slowInTransactions(sources, hashing)).toEqual([]);
});

describe('the search for slow work in transactions', () => {
  const source = (text: string) => ({
    path: 'lib/users/commands.ts',
    text: `import { hashPassword } from '@/lib/auth/passwords';\n${text}`,
  });

  it.each([
    ['a command', 'export async function create(db: WriteDb, password) { await hashPassword(password); }'],
    ['a callback', 'export const create = (password) => asLogin(async (db) => hashPassword(password));'],
    [
      'a function between',
      'const hash = (p) => hashPassword(p);\nexport const create = (p) => write(a, (db) => hash(p));',
    ],
  ])('finds it in %s', (_, text) => {
    expect(slowInTransactions([source(text)], hashing)).toHaveLength(1);
  });

  it('passes over what hashes before', () => {
    const text =
      'export const create = async (p) => { const h = await hashPassword(p); return write(a, (db) => save(db, h)); };';
    expect(slowInTransactions([source(text)], hashing)).toEqual([]);
  });
});
