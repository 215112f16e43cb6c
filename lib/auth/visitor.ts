import { bearerToken } from '@/lib/auth/bearer';
import { identifySession, identifyToken } from '@/lib/auth/identify';
import { readSessionCookie, sessionCookieName } from '@/lib/auth/session-cookie';
import type { Visitor } from '@/lib/authz/identity';
import { originOf } from '@/lib/http/origin';

type Shown = { headers: Pick<Headers, 'get'>; cookie: (name: string) => string | undefined };

/**
 * The visitor of a request. A bearer header takes precedence over the cookie and excludes it: a bad token proves no
 * identity, even where the browser also holds a live session.
 */
export async function visitorOf({ headers, cookie }: Shown): Promise<Visitor> {
  const origin = originOf(headers);
  const authorization = headers.get('authorization');
  if (authorization !== null) {
    const token = bearerToken(authorization);
    return { origin, identity: token === null ? null : await identifyToken(token) };
  }
  const claims = await readSessionCookie(cookie(sessionCookieName()));
  return { origin, identity: claims === null ? null : await identifySession(claims.sid) };
}
