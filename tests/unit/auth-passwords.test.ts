import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { newPassword, requireImpersonal } from '@/lib/auth/password-rule';
import { hashPassword, isOutdated, verifyPassword } from '@/lib/auth/passwords';
import { AppError } from '@/lib/errors';

describe('a new password', () => {
  it.each([
    'orchard gate 41',
    'correct horse battery',
    'äöüßéñçø longue',
    '!§$%&/()=?*+',
    'aB3$aB3$xY9!',
    'oriel-demo-2026',
  ])('may be %s', (password) => expect(newPassword.safeParse(password).success).toBe(true));

  it.each([
    ['short', 'too_small'],
    ['x'.repeat(201), 'too_big'],
    ['password123', 'custom'],
    ['Pass-Word.123!', 'custom'],
    ['passwort1234', 'custom'],
    ['aaaaaaaaaaaa', 'custom'],
    ['ababababababab', 'custom'],
    ['..............', 'custom'],
    ['123412341234', 'custom'],
    ['1234567890', 'custom'],
    ['abcdefghijkl', 'custom'],
    ['9876543210', 'custom'],
    ['Qwertyuiop', 'custom'],
  ])('may not be %s', (password, code) => {
    expect(newPassword.safeParse(password).error?.issues[0]?.code).toBe(code);
  });

  const jane = { name: 'Jane Okafor', email: 'jane@okafor.example' };

  it.each(['jane@okafor.example', 'JaneOkafor1', 'okafor.jane.99', 'Okafor12345', 'janejanejane'])(
    'of Jane Okafor may not be %s',
    (password) => expect(() => requireImpersonal(password, jane, 'password')).toThrow(AppError),
  );

  it.each(['orchard gate 41', 'jane walks the long dog', 'a quiet harbour'])('of Jane Okafor may be %s', (password) => {
    expect(() => requireImpersonal(password, jane, 'password')).not.toThrow();
  });
});

describe('a hash', () => {
  it('is argon2id with the parameters that OWASP names, salted', async () => {
    const [one, two] = [
      await hashPassword('orchard gate 41', 'visitors'),
      await hashPassword('orchard gate 41', 'visitors'),
    ];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, 'orchard gate 41', 'visitors')).toBe(true);
    expect(await verifyPassword(one, 'orchard gate 42', 'visitors')).toBe(false);
    expect(isOutdated(one)).toBe(false);
  });

  it('knows one password in two spellings of Unicode', async () => {
    const composed = await hashPassword('caf\u00e9 at the harbour', 'visitors');
    expect(await verifyPassword(composed, 'cafe\u0301 at the harbour', 'visitors')).toBe(true);
  });

  it('is outdated when it was made with other parameters', async () => {
    expect(isOutdated(await hash('x', { memoryCost: 8_192, timeCost: 2, parallelism: 1 }))).toBe(true);
    expect(isOutdated(await hash('x', { memoryCost: 19_456, timeCost: 2, parallelism: 1, algorithm: 1 }))).toBe(true);
  });

  it('of nobody fits no password', async () => {
    expect(await verifyPassword(null, '', 'visitors')).toBe(false);
    expect(await verifyPassword(null, 'orchard gate 41', 'visitors')).toBe(false);
  });

  it('flood is turned away with 503 instead of piling up, and fills its own lane only', async () => {
    const flood = Array.from({ length: 80 }, () => verifyPassword(null, 'x', 'visitors'));
    const other = verifyPassword(null, 'x', 'tenant a');
    const many = await Promise.allSettled(flood);
    const refused = many.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(20);
    await expect(other).resolves.toBe(false);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'UNAVAILABLE', reason: { key: 'busy' } });
    await expect(verifyPassword(null, 'x', 'visitors')).resolves.toBe(false);
  });
});
