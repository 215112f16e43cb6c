import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { hashSecret } from '@/lib/auth/secret-hash';
import { sessionCookieName, signSessionCookie } from '@/lib/auth/session-cookie';
import type { UserType } from '@/lib/authz/actor';

/** The session cookie of a signed-in browser. */
export type SignedIn = { sessionId: string; name: string; value: string; cookie: string };

/** Mints a session for the user with this e-mail address, without the sign-in page. */
export async function signIn(owner: pg.Client, email: string): Promise<SignedIn> {
  const sessionId = uuidv7();
  const { rows } = await owner.query<{ user_type: UserType }>(
    `with person as (select id, user_type from users where email = $2),
       opened as (insert into sessions (id, user_id, idle_expires_at, expires_at)
         select $1, id, now() + interval '1 hour', now() + interval '2 hours' from person)
     select user_type from person`,
    [sessionId, email],
  );
  const userType = rows[0]?.user_type;
  if (!userType) throw new Error(`Nobody has the address ${email}`);
  const value = await signSessionCookie({ sid: sessionId, userType, expiresAt: new Date(Date.now() + 7_200_000) });
  const name = sessionCookieName();
  return { sessionId, name, value, cookie: `${name}=${value}` };
}

/** Mints a bearer token for the user with this e-mail address. */
export async function tokenFor(owner: pg.Client, email: string): Promise<string> {
  const token = `oriel_${randomBytes(32).toString('base64url')}`;
  const { rowCount } = await owner.query(
    `insert into api_tokens (id, user_id, name, token_hash, expires_at)
     select $1, id, 'test', $2, now() + interval '1 hour' from users where email = $3`,
    [uuidv7(), hashSecret(token), email],
  );
  if (rowCount !== 1) throw new Error(`Nobody has the address ${email}`);
  return token;
}
