import { env } from '@/lib/env';
import { forbidden } from '@/lib/errors';

type Call = { headers: Pick<Headers, 'get' | 'has'>; host: string };

/**
 * Whether another site may have made a browser send this request with its cookie. Shared by routes and actions: a request
 * without an origin is foreign. A browser never sends a bearer token on its own, so a request with one needs no check.
 */
export function isForeign({ headers, host }: Call, portal = env().url): boolean {
  if (headers.has('authorization')) return false;
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return true;
  const origin = headers.get('origin');
  if (origin === null) return site === null;
  return !isOwnOrigin(origin, host, portal);
}

/**
 * Whether an origin is the portal's: ORIEL_URL, or the host of the request, for a portal opened by another of its names.
 * X-Forwarded-Host is not read, because a visitor can send it; a proxy that changes Host needs ORIEL_URL.
 */
export function isOwnOrigin(origin: string, host: string, portal = env().url): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return url.origin === portal || (/^https?:$/.test(url.protocol) && url.host === host);
}

/** Refuses a foreign request. `host` is the host of the request. Throws FORBIDDEN. */
export function refuseForeignOrigin(call: Call): void {
  if (isForeign(call)) throw forbidden('foreignOrigin');
}

/** The host of a request. */
export function hostOf({ headers, nextUrl }: { headers: Pick<Headers, 'get'>; nextUrl: { host: string } }): string {
  return headers.get('host') ?? nextUrl.host;
}
