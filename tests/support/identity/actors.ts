import type pg from 'pg';
import { identifySession } from '@/lib/auth/identify';
import type { AdminWho, PlatformWho, Who } from '@/lib/authz/actor';
import { adminUser, anyUser, platformUser } from '@/lib/authz/guards';
import { freshOrigin } from '@/tests/support/identity/account';
import { signIn } from '@/tests/support/identity/sign-in';

/** The person with this e-mail address, signed in and proven as at any door. */
export async function proven(owner: pg.Client, email: string): Promise<Who> {
  return anyUser(await visitor(owner, email));
}

export async function provenAdmin(owner: pg.Client, email: string): Promise<AdminWho> {
  return adminUser(await visitor(owner, email));
}

export async function provenOperator(owner: pg.Client, email: string): Promise<PlatformWho> {
  return platformUser(await visitor(owner, email));
}

async function visitor(owner: pg.Client, email: string) {
  const { sessionId } = await signIn(owner, email);
  return { standing: await identifySession(sessionId), origin: freshOrigin() };
}
