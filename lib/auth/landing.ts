import { isWithin, wingOf } from '@/lib/auth/session-cookie';
import type { UserType } from '@/lib/authz/actor';

/**
 * Where to go after signing in: the address that was asked for where it is on this origin and in the person's own wing,
 * else the wing's start. The address is parsed as a browser would, because `/\evil.example` is another host to one.
 */
export function landingFor(userType: UserType, wanted: string | null | undefined, origin: string): string {
  const wing = wingOf(userType);
  if (!wanted || !URL.canParse(wanted, origin)) return wing;
  const url = new URL(wanted, origin);
  return url.origin === origin && isWithin(url.pathname, wing) ? `${url.pathname}${url.search}` : wing;
}
