import type { AdminActor } from '@/lib/authz/actor';
import { getClient } from '@/lib/clients/queries';
import type { ChangeClientInput, ClientDetail, CreateClientInput } from '@/lib/clients/schemas';
import { refusing } from '@/lib/db/constraint-errors';
import type { WriteDb } from '@/lib/db/handles';
import { conflict } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { withoutUndefined } from '@/lib/without-undefined';

/** Creates a client, in the tenant's currency unless another is named. */
export async function createClient(db: WriteDb, input: CreateClientInput, actor: AdminActor): Promise<ClientDetail> {
  const { currency, ...about } = input;
  const data = {
    ...withoutUndefined(about),
    name: input.name,
    currency: currency ?? actor.tenant.currency,
    tenantId: actor.tenantId,
  };
  const { id } = await db.client.create({ data, select: { id: true } });
  const facts = { ...openly(about), name: input.name, currency: data.currency };
  await recordEvent(db, actor, { name: 'client.created', recordId: id, facts });
  return getClient(db, { id });
}

/**
 * Changes the named fields of a client. Deactivation ends the access of its people from their next request. Throws NOT_FOUND, and
 * CONFLICT for a new currency where amounts exist in the old one.
 */
export async function changeClient(
  db: WriteDb,
  { id, ...change }: ChangeClientInput,
  actor: AdminActor,
): Promise<ClientDetail> {
  const before = await getClient(db, { id });
  await keepingCurrency(db.client.update({ where: { id }, data: withoutUndefined(change), select: { id: true } }));
  if (change.currency && change.currency !== before.currency) await requireNoPrices(db, id);
  const switched = change.isActive !== undefined && change.isActive !== before.isActive;
  const name = switched ? (change.isActive ? 'client.reactivated' : 'client.deactivated') : 'client.changed';
  await recordEvent(db, actor, { name, recordId: id, facts: openly(change), was: before });
  return getClient(db, { id });
}

/** Closes the portal to all people of a client; nothing is deleted. */
export function deactivateClient(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<ClientDetail> {
  return changeClient(db, { id, isActive: false }, actor);
}

/** Opens the portal again to the people of a client, each under their own access. */
export function reactivateClient(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<ClientDetail> {
  return changeClient(db, { id, isActive: true }, actor);
}

/** Amounts are stored in the smallest unit of the client's currency, so another currency would change their value. */
async function requireNoPrices(db: WriteDb, clientId: string): Promise<void> {
  const where = { clientId, contractValueMinor: { not: null } };
  const priced = await db.project.findFirst({ where, select: { id: true } });
  if (priced) throw conflict('currencyInUse');
}

/** Throws CONFLICT where an invoice, a payment or a ledger entry exists: their foreign keys include the currency. */
function keepingCurrency<T>(work: PromiseLike<T>): Promise<T> {
  const inUse = () => conflict('currencyInUse');
  return refusing(work, {
    invoices_tenant_id_client_id_currency_fkey: inUse,
    payments_tenant_id_client_id_currency_fkey: inUse,
    ledger_entries_tenant_id_party_id_currency_fkey: inUse,
  });
}

/** The facts of a change, with the text of internal notes replaced by whether it changed. */
function openly({ internalNotes, ...rest }: Partial<Omit<ChangeClientInput, 'id'>>) {
  return { ...rest, ...(internalNotes === undefined ? {} : { internalNotesChanged: true as const }) };
}
