import { areaOf, isWithin } from '@/lib/auth/session-cookie';
import type { UserType } from '@/lib/authz/actor';

/**
 * Where to go after signing in: the address that was asked for where it is on this origin and in the person's own wing,
 * else the wing's start. The address is parsed as a browser would, because `/\evil.example` is another host to one.
 */
export function landingFor(userType: UserType, wanted: string | null | undefined, origin: string): string {
  const area = areaOf(userType);
  if (!wanted || !URL.canParse(wanted, origin)) return area;
  const url = new URL(wanted, origin);
  return url.origin === origin && isWithin(url.pathname, area) ? `${url.pathname}${url.search}` : area;
}
