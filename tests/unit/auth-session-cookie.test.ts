import { SignJWT } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { areaAt, areaOf, readSessionCookie, signSessionCookie } from '@/lib/auth/session-cookie';
import { testSecret } from '@/tests/support/database/global-setup';

vi.stubEnv('ORIEL_SECRET', testSecret);
vi.stubEnv('ORIEL_APP_DATABASE_URL', 'postgresql://nobody@localhost:1/none');

const claims = {
  sid: '01890a5d-ac96-774b-bcce-b302099a8057',
  userType: 'client' as const,
  expiresAt: new Date(Math.ceil(Date.now() / 1000) * 1000 + 60_000),
};

describe('a session cookie', () => {
  it('reads as it was signed', async () => {
    expect(await readSessionCookie(await signSessionCookie(claims))).toEqual(claims);
  });

  it('past its end, altered or malformed is none', async () => {
    const signed = await signSessionCookie(claims);
    const [header, , signature] = signed.split('.');
    const promoted = Buffer.from(JSON.stringify({ sid: claims.sid, userType: 'super_admin', exp: 9_999_999_999 }));
    const forged = [
      `${header}.${promoted.toString('base64url')}.${signature}`,
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${promoted.toString('base64url')}.`,
      await signSessionCookie({ ...claims, expiresAt: new Date(Date.now() - 1000) }),
      `${signed}x`,
      'nonsense',
      '',
      undefined,
    ];
    for (const token of forged) expect(await readSessionCookie(token)).toBeNull();
  });

  it('is not whatever else the same secret has signed', async () => {
    const payload = { sid: claims.sid, userType: 'client' };
    const other = new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h');
    expect(await readSessionCookie(await other.sign(new TextEncoder().encode(testSecret)))).toBeNull();
  });

  it('names a session by its id and a known kind of person only', async () => {
    // An untyped caller could sign other claims, so reading must validate them.
    const odd = [
      { ...claims, sid: "' or 1=1" },
      { ...claims, userType: 'toString' as 'client' },
    ];
    for (const wrong of odd) expect(await readSessionCookie(await signSessionCookie(wrong))).toBeNull();
  });
});

describe('an area', () => {
  it('is where each kind of person is at home', () => {
    const kinds = ['client', 'staff', 'admin', 'super_admin'] as const;
    expect(kinds.map(areaOf)).toEqual(['/client', '/admin', '/admin', '/platform']);
  });

  it.each([
    ['/client', '/client'],
    ['/client/projects/1', '/client'],
    ['/admin/', '/admin'],
    ['/platform/tenants', '/platform'],
    ['/clientele', null],
    ['/client-portal', null],
    ['/administrator', null],
    ['/api/client/projects', null],
    ['/', null],
  ])('of %s is %s', (pathname, area) => {
    expect(areaAt(pathname)).toBe(area);
  });
});
