import { type NextRequest, NextResponse } from 'next/server';
import { areaAt, areaOf, isSecure, readSessionCookie, sessionCookieName } from '@/lib/auth/session-cookie';
import { addressHeader } from '@/lib/http/address-header';
import { paths } from '@/lib/paths';

/**
 * Sends people to sign-in or to their own wing, and sets the headers that differ from request to request. A courtesy, not a
 * lock: it believes the badge, which cannot know that a session has ended. Every page, action and route has its own guard.
 */
export async function middleware(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const area = areaAt(pathname);
  // A form that is sent after the session has ended goes through: its action answers without losing what was typed.
  if (area && (request.method === 'GET' || request.method === 'HEAD')) {
    const claims = await readSessionCookie(request.cookies.get(sessionCookieName())?.value);
    if (!claims) return NextResponse.redirect(new URL(paths.signIn(pathname + search), request.url));
    if (areaOf(claims.userType) !== area) return NextResponse.redirect(new URL(areaOf(claims.userType), request.url));
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set(addressHeader, pathname + search);
  headers.set('Content-Security-Policy', policy); // where Next finds the nonce for its own scripts
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  if (isSecure()) response.headers.set('Strict-Transport-Security', 'max-age=31536000');
  return response;
}

/**
 * Scripts run only with this answer's nonce. Styles may stand in the page: a business's colour is one, and Radix measures
 * with style attributes. Photos may be chosen files (blob:) and small drawings (data:). Nothing else leaves this origin.
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
 * Every page, whatever the request says of itself: Next's own example lets `purpose: prefetch` skip the middleware, and so
 * the gate. Not the API nor the showcase's pictures, whose answers are no documents and whose doors set stricter headers, and
 * not the build's files.
 */
export const config = {
  matcher: ['/((?!api/|showcase/[^/]+/(?:photos/|logo$)|_next/static/|_next/image|icon\\.svg$).*)'],
};
