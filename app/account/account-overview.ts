import { listNotices } from '@/lib/auth/security-notices';
import { listSessions } from '@/lib/auth/sessions';
import { listTokens } from '@/lib/auth/tokens';
import type { Actor } from '@/lib/authz/actor';
import type { ReadDb } from '@/lib/db/handles';
import { getProfile } from '@/lib/users/profile/queries';

/** The data of the account page: profile, notices about the password, live sessions and API tokens of the current user. */
export async function getAccount(db: ReadDb, actor: Actor) {
  const profile = await getProfile(db, actor);
  const notices = await listNotices(db, actor.userId);
  const sessions = await listSessions(db);
  const tokens = await listTokens(db);
  return { profile, notices, sessions, tokens };
}

export type AccountOverview = Awaited<ReturnType<typeof getAccount>>;
