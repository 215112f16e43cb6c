import type pg from 'pg';
import { adminUser, anyUser, platformUser } from '@/lib/authz/guards';
import { identifySession } from '@/lib/authz/identify';
import type { AdminWho, PlatformWho, Who } from '@/lib/authz/who';
import { freshOrigin } from '@/tests/support/account';
import { signIn } from '@/tests/support/sign-in';

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
