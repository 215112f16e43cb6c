import type pg from 'pg';
import { identifySession } from '@/lib/auth/identify';
import type { Actor, AdminActor, PlatformActor, TeamActor } from '@/lib/authz/actor';
import { adminUser, anyUser, platformUser, teamMember } from '@/lib/authz/guards';
import { freshOrigin } from '@/tests/support/identity/account';
import { signIn } from '@/tests/support/identity/sign-in';

/** Signs in the user with this e-mail address and returns the actor from the guard `anyUser`, as at any door. */
export async function actorOf(owner: pg.Client, email: string): Promise<Actor> {
  return anyUser(await visitor(owner, email));
}

export async function adminActor(owner: pg.Client, email: string): Promise<AdminActor> {
  return adminUser(await visitor(owner, email));
}

export async function teamActor(owner: pg.Client, email: string): Promise<TeamActor> {
  return teamMember(await visitor(owner, email));
}

export async function platformActor(owner: pg.Client, email: string): Promise<PlatformActor> {
  return platformUser(await visitor(owner, email));
}

async function visitor(owner: pg.Client, email: string) {
  const { sessionId } = await signIn(owner, email);
  return { identity: await identifySession(sessionId), origin: freshOrigin() };
}
