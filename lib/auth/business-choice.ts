import { z } from 'zod';
import { accountFacts, signInFailed } from '@/lib/auth/accounts';
import { knownDevice } from '@/lib/auth/known-device';
import { tellOfNewDevice } from '@/lib/auth/new-device';
import { currentStamp } from '@/lib/auth/proof';
import { admit, type SignedIn } from '@/lib/auth/sign-in';
import { openTicket, type TicketAccounts } from '@/lib/auth/sign-in-ticket';
import type { Origin, UserType } from '@/lib/authz/actor';
import { asLogin } from '@/lib/authz/scope';
import { conflict } from '@/lib/errors';
import { recordId } from '@/lib/fields';

/** An account to choose; without a business it is an operator's. */
export type BusinessChoice = { accountId: string; business: string | null; userType: UserType };

export const chooseBusinessInput = z.strictObject({ accountId: recordId(), returnTo: z.string().nullish() });

/** The accounts that a ticket lets its browser choose from, by the name of their business; null for one that no longer holds. */
export async function findChoices(ticket: string | undefined): Promise<BusinessChoice[] | null> {
  const accounts = await liveAccounts(ticket);
  if (accounts === null) return null;
  const select = { id: true, userType: true, tenant: { select: { name: true } } } as const;
  const people = await asLogin((db) =>
    db.user.findMany({
      where: { id: { in: accounts.map(({ id }) => id) } },
      orderBy: [{ tenant: { name: 'asc' } }, { id: 'asc' }],
      select,
    }),
  );
  return people.map(({ id, userType, tenant }) => ({ accountId: id, business: tenant?.name ?? null, userType }));
}

/**
 * Completes the sign-in of a ticket, to one of its accounts. The sign-in changes the account's stamp, so the ticket works
 * once. Throws CONFLICT (choiceEnded) for a ticket that no longer holds, and UNAUTHENTICATED for an account that it does not name.
 */
export async function signInByChoice(
  { accountId }: Pick<z.output<typeof chooseBusinessInput>, 'accountId'>,
  ticket: string | undefined,
  origin: Origin,
  deviceCookie?: string,
): Promise<SignedIn> {
  const accounts = await liveAccounts(ticket);
  if (accounts === null) throw conflict('choiceEnded');
  if (!accounts.some(({ id }) => id === accountId)) throw signInFailed();
  const { email } = await asLogin((db) =>
    db.user.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } }),
  );
  const device = await knownDevice(deviceCookie, email);
  return asLogin(async (db) => {
    const account = await db.user.findUniqueOrThrow({ where: { id: accountId }, select: accountFacts });
    const signedIn = await admit(db, account, origin, 'password');
    await tellOfNewDevice(db, account.id, signedIn.claims.sid, device);
    return signedIn;
  });
}

/** The accounts of a ticket while each is as it was when the password was proven: no sign-in, new password or deactivation since. */
async function liveAccounts(ticket: string | undefined): Promise<TicketAccounts | null> {
  const accounts = await openTicket(ticket);
  if (accounts === null) return null;
  for (const { id, stamp } of accounts) if ((await currentStamp(id)) !== stamp) return null;
  return accounts;
}
