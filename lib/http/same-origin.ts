import { forbidden } from '@/lib/errors';

type Call = { headers: Pick<Headers, 'get' | 'has'>; host: string };

/**
 * Refuses a request that another site makes a browser send with its cookie, and one that does not say where it comes from.
 * A bearer token is never sent by a browser on its own, so it needs no check. `host` is the host that was asked. Throws FORBIDDEN.
 */
export function refuseForeignOrigin({ headers, host }: Call): void {
  if (headers.has('authorization')) return;
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw forbidden('foreignOrigin');
  const origin = headers.get('origin');
  if (origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host)) throw forbidden('foreignOrigin');
  if (site === null && origin === null) throw forbidden('foreignOrigin');
}

/** The host that a request asked for. */
export function hostOf({ headers, nextUrl }: { headers: Pick<Headers, 'get'>; nextUrl: { host: string } }): string {
  return headers.get('host') ?? nextUrl.host;
}
