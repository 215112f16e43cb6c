import { recordAudit } from '@/lib/audit/commands';
import type { AdminActor } from '@/lib/authz/actor';
import { getClient } from '@/lib/clients/queries';
import type { ChangeClientInput, ClientDetail, CreateClientInput } from '@/lib/clients/schemas';
import { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, orNotFound } from '@/lib/errors';
import { withoutUndefined } from '@/lib/without-undefined';

/** Creates a client, in the business's currency unless another is named. */
export async function createClient(db: WriteDb, input: CreateClientInput, actor: AdminActor): Promise<ClientDetail> {
  const { currency, ...about } = input;
  const data = {
    ...withoutUndefined(about),
    name: input.name,
    currency: currency ?? actor.tenant.currency,
    tenantId: actor.tenantId,
  };
  const { id } = await db.client.create({ data, select: { id: true } });
  await recordAudit(db, actor, {
    action: 'client.create',
    recordType: 'client',
    recordId: id,
    detail: openly({ ...about, currency: data.currency }),
  });
  return getClient(db, { id });
}

/**
 * Changes what is named of a client. Deactivated, none of its people has access from the very next request on. Throws
 * NOT_FOUND, and CONFLICT for a new currency where there is money in the old one.
 */
export async function changeClient(
  db: WriteDb,
  { id, ...change }: ChangeClientInput,
  actor: AdminActor,
): Promise<ClientDetail> {
  const before = orNotFound(await db.client.findUnique({ where: { id }, select: { currency: true, isActive: true } }));
  await keepingCurrency(db.client.update({ where: { id }, data: withoutUndefined(change), select: { id: true } }));
  if (change.currency && change.currency !== before.currency) await requireNoPrices(db, id);
  const switched = change.isActive !== undefined && change.isActive !== before.isActive;
  const action = switched ? (change.isActive ? 'client.reactivate' : 'client.deactivate') : 'client.change';
  await recordAudit(db, actor, { action, recordType: 'client', recordId: id, detail: openly(change) });
  return getClient(db, { id });
}

/** Closes the portal for all people of a client; nothing is deleted. */
export function deactivateClient(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<ClientDetail> {
  return changeClient(db, { id, isActive: false }, actor);
}

/** Opens the portal again for those of the client's people who may use it. */
export function reactivateClient(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<ClientDetail> {
  return changeClient(db, { id, isActive: true }, actor);
}

/** Amounts are kept in the smallest unit of the client's currency: under another one they would be other amounts. */
async function requireNoPrices(db: WriteDb, clientId: string): Promise<void> {
  const where = { clientId, contractValueMinor: { not: null } };
  const priced = await db.project.findFirst({ where, select: { id: true } });
  if (priced) throw conflict('currencyInUse');
}

/** Invoices, payments and ledger refer to the client with its currency, so the database refuses to change it under them. */
async function keepingCurrency<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const refused = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2003';
    throw refused ? conflict('currencyInUse') : error;
  }
}

/** What the audit trail keeps of a change: that there are other notes, not what they say. */
function openly({ internalNotes, ...rest }: Partial<Omit<ChangeClientInput, 'id'>>): Prisma.InputJsonObject {
  return { ...withoutUndefined(rest), ...(internalNotes === undefined ? {} : { internalNotes: 'changed' }) };
}
