import { identifySession } from '@/lib/auth/identify';
import { signInWithPassword } from '@/lib/auth/sign-in';
import type { Origin } from '@/lib/authz/actor';
import { freshOrigin } from '@/tests/support/identity/account';

/** Signs in with a password and returns the user id of the new session. Rejects as the sign-in does. */
export async function signedInPerson(email: string, password: string, origin: Origin = freshOrigin()) {
  const { claims } = await signInWithPassword({ email, password }, origin);
  return (await identifySession(claims.sid))?.userId;
}
