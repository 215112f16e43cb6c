import type { AdminActor } from '@/lib/authz/actor';
import { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { toFault } from '@/lib/ledger/proof/columns';
import { type Outcome, proveAccount } from '@/lib/ledger/proof/queries';
import type { CheckAccountInput } from '@/lib/ledger/proof/schemas';

/** Proves the account of a client now and keeps what it finds. Throws NOT_FOUND. */
export async function checkAccount(db: WriteDb, { id }: CheckAccountInput, actor: AdminActor): Promise<void> {
  const { tenantId } = actor;
  const select = { id: true, currency: true } as const;
  const client = orNotFound(await db.client.findUnique({ where: { id }, select }));
  const outcome = await proveAccount((work) => work(db), id);
  await keepOutcome(db, { ...client, tenantId }, outcome);
  await recordEvent(db, actor, { name: 'ledger.checked', recordId: id, facts: { held: outcome.break === null } });
}

type Account = { id: string; tenantId: string; currency: string };

/** Stores what a proof of an account found. Where it held before stays known while it does not hold. */
export async function keepOutcome(db: WriteDb, { id, tenantId, currency }: Account, outcome: Outcome): Promise<void> {
  const checkedAt = new Date();
  const found = outcome.held
    ? {
        fault: Prisma.DbNull,
        heldAt: checkedAt,
        postingNumber: outcome.held.postingNumber,
        hash: new Uint8Array(outcome.held.hash),
      }
    : { fault: toFault(outcome.break, currency) };
  await db.ledgerCheck.upsert({
    where: { partyId: id },
    create: { partyId: id, tenantId, checkedAt, ...found },
    update: { checkedAt, ...found },
    select: { partyId: true },
  });
}
