import { bearerToken } from '@/lib/auth/bearer';
import { identifySession, identifyToken } from '@/lib/auth/identify';
import { badgeCookie, readBadge } from '@/lib/auth/session-cookie';
import type { Visitor } from '@/lib/authz/guards';
import { originOf } from '@/lib/http/request-source';

type Shown = { headers: Pick<Headers, 'get'>; cookie: (name: string) => string | undefined };

/**
 * Who stands at a door. A bearer header wins over the cookie and is never mixed with it: a bad token is nobody, even where
 * the browser also holds a good session.
 */
export async function visitorOf({ headers, cookie }: Shown): Promise<Visitor> {
  const origin = originOf(headers);
  const authorization = headers.get('authorization');
  if (authorization !== null) {
    const token = bearerToken(authorization);
    return { origin, standing: token === null ? null : await identifyToken(token) };
  }
  const badge = await readBadge(cookie(badgeCookie()));
  return { origin, standing: badge === null ? null : await identifySession(badge.sid) };
}
