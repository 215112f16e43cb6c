import type { Actor } from '@/lib/authz/actor';
import type { Identity } from '@/lib/authz/identity';
import { conflict } from '@/lib/errors';

type Account = Pick<Actor | Identity, 'userId' | 'email'>;

/** The mark of a form: the account that it is opened under, and how a message names that account. Not a secret, and no proof. */
export function ownerMark(actor: Actor): string {
  const business = actor.userType === 'super_admin' ? '' : ` (${actor.tenant.name})`;
  return `${actor.userId} ${actor.email}${business}`;
}

/**
 * Refuses a form that another account opened: its tab is older than the last sign-in. Throws CONFLICT, for a form without a mark
 * too; the label of the mark is shown as it was sent.
 */
export function requireOwner(mark: string | null, account: Account): void {
  if (mark === null) throw conflict('formWithoutMark');
  const [userId, ...label] = mark.split(' ');
  if (userId === account.userId) return;
  throw conflict('otherOwner', { now: account.email, opener: label.join(' ').slice(0, 400) || '?' });
}
