import { type NextRequest, NextResponse } from 'next/server';
import { areaAt, areaOf, isSecure, readSessionCookie, sessionCookieName } from '@/lib/auth/session-cookie';
import { addressHeader } from '@/lib/http/address-header';
import { paths } from '@/lib/paths';

/**
 * Redirects people to sign-in or to their own area, and sets the headers that differ from request to request. A convenience,
 * not a check: it trusts the session cookie, which outlives its session. Every page, action and route has its own guard.
 */
export async function middleware(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const area = areaAt(pathname);
  // A form that is sent after the session has ended passes: its action answers without losing what was typed.
  if (area && (request.method === 'GET' || request.method === 'HEAD')) {
    const claims = await readSessionCookie(request.cookies.get(sessionCookieName())?.value);
    if (!claims) return NextResponse.redirect(new URL(paths.signIn(pathname + search), request.url));
    if (areaOf(claims.userType) !== area) return NextResponse.redirect(new URL(areaOf(claims.userType), request.url));
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set(addressHeader, pathname + search);
  headers.set('Content-Security-Policy', policy); // Next reads the nonce for its own scripts here
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  if (isSecure()) response.headers.set('Strict-Transport-Security', 'max-age=31536000');
  return response;
}

/**
 * Scripts run only with this answer's nonce. Inline styles are allowed: a tenant's colour is one, and Radix measures with
 * style attributes. Photos may be chosen files (blob:) and placeholders (data:). Nothing is loaded from another origin.
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
 * Every page, prefetches too (Next's example lets `purpose: prefetch` skip the middleware). Left out are the API and the
 * showcase's pictures, whose doors set stricter headers, and the files of the build.
 */
export const config = {
  matcher: ['/((?!api/|showcase/[^/]+/(?:photos/|logo$)|_next/static/|_next/image|icon\\.svg$).*)'],
};
