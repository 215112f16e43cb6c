import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { email } from '@/lib/fields';
import { parseInput } from '@/lib/forms/validation';

const kept = (typed: string) => email.safeParse(typed).data;

describe('an e-mail address is kept in one form', () => {
  it.each([
    [' User@Example.COM ', 'user@example.com'],
    ['user@müller.example', 'user@müller.example'],
    ['user@MU\u0308LLER.example', 'user@müller.example'],
    ['user@XN--MLLER-KVA.example', 'user@müller.example'],
    ['user@straße.example', 'user@straße.example'],
    ['user@xn--80a1acny.xn--p1ai', 'user@почта.рф'],
    ['user@例え。テスト', 'user@例え.テスト'],
    ['Jo\u0308rg@example.com', 'jörg@example.com'],
    ["miles.o'neill+site@example.com", "miles.o'neill+site@example.com"],
    ['用户@example.com', '用户@example.com'],
  ])('%j as %j', (typed, address) => {
    expect(kept(typed)).toBe(address);
  });

  it('whatever the normal form and however often it is kept', () => {
    const label = fc.string({ unit: fc.constantFrom(...'abzöÜéñåŁçИйλς한ベ'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(label, label, (local, domain) => {
        const address = `${local}@${domain}.example`;
        const one = kept(address);
        expect(one).toBeDefined();
        expect(kept(address.normalize('NFD'))).toBe(one);
        expect(kept(address.normalize('NFC'))).toBe(one);
        expect(kept(one ?? '')).toBe(one);
      }),
    );
  });
});

it.each([
  'nobody',
  'a@b',
  '@example.com',
  '.a@example.com',
  'a..b@example.com',
  'a b@example.com',
  'a@b@example.com',
  'a@127.0.0.1',
  'a@0x7f.1',
  'a@[::1]',
  'a@exa%6dple.com',
  'a@example.com/path',
  'a@example.com:80',
  'a@-example.com',
  'a@xn--abc-.com', // decodes to abc.com, somebody else's
  'a@xn--zzzzzzzzz9999.com',
  'a\ufe0f@example.com', // an invisible mark
  '\u3164@example.com', // an invisible letter
])('%j is no e-mail address', (typed) => {
  expect(() => parseInput(email, typed)).toThrow(expect.objectContaining({ fields: { '': [{ key: 'email' }] } }));
});

it('an address has at most 254 bytes', () => {
  expect(kept(`${'ü'.repeat(121)}@example.com`)).toBeDefined();
  expect(kept(`${'ü'.repeat(122)}@example.com`)).toBeUndefined();
});
