import { areaOf, isWithin } from '@/lib/auth/session-cookie';
import type { UserType } from '@/lib/authz/actor';

/** The slug in the address of a business's sign-in or showcase on this origin; null for any other address. */
export function businessIn(wanted: string, origin: string): string | null {
  if (!URL.canParse(wanted, origin)) return null;
  const url = new URL(wanted, origin);
  return url.origin === origin ? (/^\/(?:sign-in|showcase)\/([^/]+)$/.exec(url.pathname)?.[1] ?? null) : null;
}

/**
 * The address after sign-in: the requested one if it is on this origin and in the user's own area, else the start of the
 * area. It is parsed as browsers parse it, because they read `/\evil.example` as another host.
 */
export function landingFor(userType: UserType, wanted: string | null | undefined, origin: string): string {
  const area = areaOf(userType);
  if (!wanted || !URL.canParse(wanted, origin)) return area;
  const url = new URL(wanted, origin);
  return url.origin === origin && isWithin(url.pathname, area) ? `${url.pathname}${url.search}` : area;
}
