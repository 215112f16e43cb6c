import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { credentialsInput } from '@/lib/auth/accounts';
import { rememberLocale } from '@/lib/auth/cookies';
import { identifySession } from '@/lib/auth/identify';
import {
  isSecure,
  readSessionCookie,
  sessionCookieName,
  sessionCookieOptions,
  signSessionCookie,
} from '@/lib/auth/session-cookie';
import { endSession } from '@/lib/auth/sessions';
import { signInWithPassword } from '@/lib/auth/sign-in';
import type { Origin } from '@/lib/authz/actor';
import { toAppError } from '@/lib/db/unexpected';
import { env } from '@/lib/env';
import type { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/forms/validation';
import { paths } from '@/lib/paths';

const monthInSeconds = 30 * 24 * 3600;

/**
 * next-auth on the portal's own sessions: its token is the session cookie, valid only while the session's row is live.
 * Built per request, because `refused` receives the error of a failed sign-in, of which next-auth keeps a sentence only.
 */
export function authOptions(origin: Origin, refused: (error: AppError) => void): NextAuthOptions {
  return {
    secret: env().secret,
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    session: { strategy: 'jwt', maxAge: monthInSeconds },
    pages: { signIn: paths.signIn(), signOut: paths.signOut, error: paths.signIn() },
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(credentials) {
          try {
            const { email, password } = credentials ?? {};
            const { claims, locale } = await signInWithPassword(
              parseInput(credentialsInput, { email, password }),
              origin,
            );
            await rememberLocale(locale);
            return { id: claims.sid, claims };
          } catch (error) {
            refused(toAppError(error));
            return null;
          }
        },
      }),
    ],
    jwt: {
      encode: async ({ token }) => (token?.claims ? signSessionCookie(token.claims) : ''),
      decode: async ({ token }) => {
        const claims = await readSessionCookie(token);
        const identity = claims && (await identifySession(claims.sid));
        return identity ? { claims, name: identity.name, email: identity.email } : null;
      },
    },
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...token, claims: user.claims } : token),
      session: ({ session, token: { claims, name, email } }) =>
        claims
          ? {
              expires: claims.expiresAt.toISOString(),
              user: { userType: claims.userType, name: name ?? '', email: email ?? '' },
            }
          : session,
      // Runs before identification, so it checks the origin only; the middleware leads people to their own area.
      redirect: ({ url }) => (isOwn(url) ? new URL(url, env().url).href : new URL(paths.home, env().url).href),
    },
    events: { signOut: ({ token }) => (token?.claims ? endSession(token.claims.sid, origin) : undefined) },
    logger: { error: logged, warn: () => undefined, debug: () => undefined },
  };
}

function isOwn(url: string): boolean {
  return URL.canParse(url, env().url) && new URL(url, env().url).origin === env().url;
}

// A revoked or forged cookie is no error of the portal.
function logged(code: string, metadata: unknown): void {
  if (code !== 'JWT_SESSION_ERROR') console.error(code, metadata);
}
