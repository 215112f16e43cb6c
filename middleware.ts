import { type NextRequest, NextResponse } from 'next/server';
import {
  areaAt,
  areaOf,
  businessCookie,
  businessCookieOptions,
  isSecure,
  readSessionCookie,
  sessionCookieName,
  signInBusinessAt,
  viewAsCookieName,
} from '@/lib/auth/session-cookie';
import { env } from '@/lib/env';
import { forbidden, notFound } from '@/lib/errors';
import { addressHeader } from '@/lib/http/address-header';
import { formCallFault } from '@/lib/http/form-call';
import { problem } from '@/lib/http/problem';
import { hostOf, isForeign } from '@/lib/http/same-origin';
import { paths } from '@/lib/paths';

/**
 * Redirects to sign-in or to the user's area, and sets per-request headers. The redirect is no access check: the session
 * cookie may outlive its session. Every page, action and route has its own guard.
 */
export async function middleware(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  // Next serves its own error page at this address, with status 500.
  if (pathname === '/_global-error') return problem(notFound(), request.headers, null);
  const area = areaAt(pathname);
  // A form submitted after the session has ended passes: its action answers without losing the input.
  if (area && (request.method === 'GET' || request.method === 'HEAD')) {
    const claims = await readSessionCookie(request.cookies.get(sessionCookieName())?.value);
    if (!claims) return NextResponse.redirect(new URL(paths.signIn(pathname + search), request.url));
    // An admin may look at the portal as a person of a client; the page decides whether the look still lasts.
    const looks = claims.userType === 'admin' && area === paths.client.home && request.cookies.has(viewAsCookieName());
    if (areaOf(claims.userType) !== area && !looks)
      return NextResponse.redirect(new URL(areaOf(claims.userType), request.url));
  }
  if (request.method === 'POST') {
    const sent = new Headers(request.headers);
    sent.delete('authorization'); // no excuse here: actions take no tokens
    const isOwn = !isForeign({ headers: sent, host: hostOf(request) });
    const fault = isOwn ? await formCallFault(request) : forbidden('foreignOrigin');
    if (fault) return problem(fault, request.headers, null);
  } else if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new NextResponse(null, { status: 405, headers: { Allow: 'GET, HEAD, POST' } });
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set(addressHeader, pathname + search);
  if (request.method === 'POST') setOwnOrigin(headers);
  headers.set('Content-Security-Policy', policy); // Next takes the nonce for its own scripts from here
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  const business = request.method === 'GET' ? signInBusinessAt(pathname) : null;
  // A page cannot set cookies while it renders.
  if (business !== null) response.cookies.set(businessCookie, business, businessCookieOptions());
  if (isSecure()) response.headers.set('Strict-Transport-Security', 'max-age=31536000');
  return response;
}

/** Next compares Origin and X-Forwarded-Host of an action once more, and knows neither ORIEL_URL nor the rules of isForeign. */
function setOwnOrigin(headers: Headers): void {
  const { origin, host } = new URL(env().url);
  headers.set('origin', origin);
  headers.set('x-forwarded-host', host);
}

/**
 * Scripts need this response's nonce. Inline styles are allowed for the tenant's colour and for Radix, which sets style
 * attributes. Images may be selected files (blob:) and placeholders (data:). Nothing loads from another origin.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure() ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/**
 * Matches every page, including prefetches (Next's example excludes `purpose: prefetch`). Excludes the API and public
 * images, whose doors set stricter headers, and build files.
 */
export const config = {
  // Next's edge sandbox costs a tenth of the processor time of a small page.
  runtime: 'nodejs',
  matcher: [
    '/((?!api/|showcase/[^/]+/(?:photos/|logo$)|sign-in/[^/]+/logo$|guest/files/|_next/static/|_next/image|icon\\.svg$).*)',
  ],
};
