import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { credentialsInput } from '@/lib/auth/accounts';
import { badgeCookie, badgeCookieOptions, isSecure, readBadge, signBadge } from '@/lib/auth/badge';
import { rememberLocale } from '@/lib/auth/cookies';
import { endSession } from '@/lib/auth/sessions';
import { signInWithPassword } from '@/lib/auth/sign-in';
import { identifySession } from '@/lib/authz/identify';
import type { Origin } from '@/lib/authz/who';
import { toAppError } from '@/lib/doors/unexpected';
import { parseInput } from '@/lib/doors/validation';
import { env } from '@/lib/env';
import type { AppError } from '@/lib/errors';
import { type Calling, log } from '@/lib/log';
import { paths } from '@/lib/paths';

const monthInSeconds = 30 * 24 * 3600;

/**
 * next-auth on our own sessions: its token is our badge, in our cookie, and counts only while the session's row lives.
 * Made per request, because `refused` hears why a sign-in failed (next-auth itself forgets everything but a sentence).
 */
export function authOptions(origin: Origin, calling: Calling, refused: (error: AppError) => void): NextAuthOptions {
  return {
    secret: env().secret,
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: badgeCookie(), options: badgeCookieOptions() } },
    session: { strategy: 'jwt', maxAge: monthInSeconds },
    pages: { signIn: paths.signIn(), signOut: paths.signOut, error: paths.signIn() },
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(said) {
          try {
            const { email, password } = said ?? {};
            const { badge, locale } = await signInWithPassword(
              parseInput(credentialsInput, { email, password }),
              origin,
            );
            await rememberLocale(locale);
            return { id: badge.sid, badge };
          } catch (error) {
            refused(toAppError(error, calling));
            return null;
          }
        },
      }),
    ],
    jwt: {
      encode: async ({ token }) => (token?.badge ? signBadge(token.badge) : ''),
      decode: async ({ token }) => {
        const badge = await readBadge(token);
        const standing = badge && (await identifySession(badge.sid));
        return standing ? { badge, name: standing.name, email: standing.email } : null;
      },
    },
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...token, badge: user.badge } : token),
      session: ({ session, token: { badge, name, email } }) =>
        badge
          ? {
              expires: badge.expiresAt.toISOString(),
              user: { userType: badge.userType, name: name ?? '', email: email ?? '' },
            }
          : session,
      // Asked before anyone is known: only the origin can be judged here; the middleware leads people to their own wing.
      redirect: ({ url }) => (isOwn(url) ? new URL(url, env().url).href : new URL(paths.home, env().url).href),
    },
    events: { signOut: ({ token }) => (token?.badge ? endSession(token.badge.sid, origin) : undefined) },
    logger: { error: logged(calling), warn: () => undefined, debug: () => undefined },
  };
}

function isOwn(url: string): boolean {
  return URL.canParse(url, env().url) && new URL(url, env().url).origin === env().url;
}

// A revoked or forged cookie is everyday life, not an error of the portal. What next-auth lays beside an error stays out.
function logged(calling: Calling) {
  return (code: string, said: Error | { error: Error }): void => {
    if (code === 'JWT_SESSION_ERROR') return;
    log().error({ ...calling, err: said instanceof Error ? said : said.error }, `next-auth: ${code}`);
  };
}
