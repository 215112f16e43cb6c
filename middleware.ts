import { type NextRequest, NextResponse } from 'next/server';
import { areaAt, areaOf, isSecure, readSessionCookie, sessionCookieName } from '@/lib/auth/session-cookie';
import { addressHeader } from '@/lib/http/address-header';
import { paths } from '@/lib/paths';

/**
 * Redirects to sign-in or to the user's area, and sets per-request headers. The redirect is no access check: the session
 * cookie may outlive its session. Every page, action and route has its own guard.
 */
export async function middleware(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const area = areaAt(pathname);
  // A form submitted after the session has ended passes: its action answers without losing the input.
  if (area && (request.method === 'GET' || request.method === 'HEAD')) {
    const claims = await readSessionCookie(request.cookies.get(sessionCookieName())?.value);
    if (!claims) return NextResponse.redirect(new URL(paths.signIn(pathname + search), request.url));
    if (areaOf(claims.userType) !== area) return NextResponse.redirect(new URL(areaOf(claims.userType), request.url));
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set(addressHeader, pathname + search);
  headers.set('Content-Security-Policy', policy); // Next takes the nonce for its own scripts from here
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  if (isSecure()) response.headers.set('Strict-Transport-Security', 'max-age=31536000');
  return response;
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
 * Matches every page, including prefetches (Next's example excludes `purpose: prefetch`). Excludes the API and the showcase's
 * images, whose doors set stricter headers, and build files.
 */
export const config = {
  matcher: ['/((?!api/|showcase/[^/]+/(?:photos/|logo$)|_next/static/|_next/image|icon\\.svg$).*)'],
};
