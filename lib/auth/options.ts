import { createHmac } from 'node:crypto';
import type { DefaultSession, NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { programCredentials } from '@/lib/auth/accounts';
import { rememberPerson, sentDeviceCookie } from '@/lib/auth/cookies';
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
import { anyUser } from '@/lib/authz/guards';
import type { Visitor } from '@/lib/authz/identity';
import { toAppError } from '@/lib/db/unexpected';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/forms/validation';
import { type Calling, log } from '@/lib/log';
import { paths } from '@/lib/paths';

const monthInSeconds = 30 * 24 * 3600;

/**
 * The options of next-auth on the portal's own sessions: its token is the session cookie, valid only while the session's row
 * is live. Built per request, because `refused` receives the error of a failed sign-in; next-auth keeps only its message.
 */
export function authOptions(origin: Origin, calling: Calling, refused: (error: AppError) => void): NextAuthOptions {
  return {
    secret: derivedSecret(env().secret),
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    session: { strategy: 'jwt', maxAge: monthInSeconds },
    pages: { signIn: paths.signIn(), signOut: paths.signOut, error: paths.signIn() },
    providers: [
      Credentials({
        credentials: { email: { type: 'text' }, password: { type: 'password' }, tenant: { type: 'text' } },
        async authorize(credentials) {
          try {
            const { email, password, tenant } = credentials ?? {};
            // A form cannot send null, which names the operator's own account.
            const input = parseInput(programCredentials, { email, password, tenant: tenant === '' ? null : tenant });
            const { claims, ...person } = await signInWithPassword(input, origin, await sentDeviceCookie());
            await rememberPerson(person);
            return { id: claims.sid, claims };
          } catch (error) {
            refused(toAppError(error, calling));
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
        if (!identity) return null;
        return { claims, name: identity.name, email: identity.email, mayEnter: mayEnter({ identity, origin }) };
      },
    },
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...token, claims: user.claims } : token),
      session: ({ token: { claims, mayEnter: admitted, name, email } }) =>
        claims && admitted
          ? {
              expires: claims.expiresAt.toISOString(),
              user: { userType: claims.userType, name: name ?? '', email: email ?? '' },
            }
          : nothing,
      // Runs before identification, so it checks the origin only; the middleware redirects people to their own area.
      redirect: ({ url }) => (isOwn(url) ? new URL(url, env().url).href : new URL(paths.home, env().url).href),
    },
    events: { signOut: ({ token }) => (token?.claims ? endSession(token.claims.sid, origin) : undefined) },
    logger: { error: logged(calling), warn: () => undefined, debug: () => undefined },
  };
}

// next-auth's answer to a visitor without a session is an empty object, but its types require an expiry.
const nothing = {} as DefaultSession;

/** Whether the visitor passes a guard now. A refused person keeps the session, so that a sign-out still ends it. */
function mayEnter(visitor: Visitor): boolean {
  try {
    anyUser(visitor);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** A key for next-auth alone, so that values it signs or encrypts (its CSRF token) reveal nothing about ORIEL_SECRET. */
function derivedSecret(secret: string): string {
  return createHmac('sha256', secret).update('next-auth').digest('hex');
}

function isOwn(url: string): boolean {
  return URL.canParse(url, env().url) && new URL(url, env().url).origin === env().url;
}

/** A revoked or forged cookie is no error of the portal. The metadata of an error is not logged: it may hold typed values. */
function logged(calling: Calling) {
  return (code: string, metadata: Error | { error: Error }): void => {
    if (code === 'JWT_SESSION_ERROR') return;
    log().error({ ...calling, err: metadata instanceof Error ? metadata : metadata.error }, `next-auth: ${code}`);
  };
}
