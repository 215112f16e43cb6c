import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { enqueueAccountMail } from '@/lib/auth/account-mails';
import { countForgotTry } from '@/lib/auth/throttle';
import type { Origin } from '@/lib/authz/actor';
import { asLogin } from '@/lib/authz/scope';
import { env } from '@/lib/env';
import { conflict } from '@/lib/errors';
import { recordAnonymousEvent } from '@/lib/events/record';
import { email, slug } from '@/lib/fields';

export const forgotInput = z.strictObject({ email, business: slug.nullish() });

/** Milliseconds that every answer takes, so that its time does not tell whether an address has an account. */
const answerTime = 400;

/** The accounts of one address that are mailed at most. */
const mostAccounts = 5;

/**
 * Has a link for a new password mailed to the accounts of an address: the one of `business` where there is one, else all that are
 * active. Who asks is told the same whether there are any. Throws TOO_MANY_TRIES, which counts unknown addresses too, and
 * CONFLICT (noMailServer).
 */
export async function requestReset(input: z.output<typeof forgotInput>, origin: Origin): Promise<void> {
  if (!env().mail.smtp) throw conflict('noMailServer');
  await countForgotTry(input.email, origin);
  await Promise.all([mailReset(input, origin), pause(answerTime)]);
}

function mailReset({ email: address, business }: z.output<typeof forgotInput>, origin: Origin): Promise<void> {
  return asLogin(async (db) => {
    const people = await db.user.findMany({
      where: { email: address, isActive: true, OR: [{ tenantId: null }, { tenant: { status: 'active' } }] },
      orderBy: [{ lastSignInAt: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
      take: mostAccounts,
      select: { id: true, name: true, tenantId: true, tenant: { select: { slug: true } } },
    });
    const meant = people.filter(({ tenant }) => !!business && tenant?.slug === business);
    for (const { tenant: _, ...account } of meant.length > 0 ? meant : people) {
      await enqueueAccountMail(db, 'password_reset', account.id);
      const event = { name: 'user.link_created', recordId: account.id, facts: { purpose: 'password_reset' } } as const;
      await recordAnonymousEvent(db, { origin, tenantId: account.tenantId }, event);
    }
  });
}
