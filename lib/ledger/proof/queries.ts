import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import {
  type Break,
  breakOf,
  type ChainedEntry,
  type Figures,
  gapOf,
  type Held,
  isBreak,
  type Place,
  type Series,
  type Source,
  start,
  step,
} from '@/lib/ledger/proof/rule';
import { fault, type LedgerCheck } from '@/lib/ledger/proof/schemas';

/** Opens a transaction for one part of a proof, so that a long account is read in many short ones. */
export type InTransaction = <T>(work: (db: ReadDb) => Promise<T>) => Promise<T>;

/** An account whose proof holds, with its last entry, or the first thing that does not. */
export type Outcome = { held: Place; break: null } | { held: null; break: Break };

const batch = 500;

/**
 * Proves an account: every hash and running balance from the first entry on, nothing removed since the proof held last, and the
 * sums of the records. Entries are only ever added, so that each page may have a transaction of its own.
 */
export async function proveAccount(inTransaction: InTransaction, partyId: string): Promise<Outcome> {
  const held = await inTransaction((db) => lastHeld(db, partyId));
  let place = start;
  for (let count = batch; count === batch; ) {
    const entries = await inTransaction((db) => entriesAfter(db, partyId, place.postingNumber));
    for (const entry of entries) {
      const next = step(place, entry, held);
      if (isBreak(next)) return { held: null, break: next };
      place = next;
    }
    count = entries.length;
  }
  const gone = held && held.postingNumber > place.postingNumber;
  const broken: Break | null = gone
    ? { entry: null, kind: 'shortened', expected: held.postingNumber, found: place.postingNumber }
    : await inTransaction((db) => breakOfRecords(db, partyId));
  return broken ? { held: null, break: broken } : { held: place, break: null };
}

/** The entry at which the proof of an account held last; null before the first time. */
function lastHeld(db: ReadDb, partyId: string): Promise<Held | null> {
  return db.ledgerCheck.findUnique({ where: { partyId }, select: { postingNumber: true, hash: true } });
}

/** What the last proof of an account found; null before the first one. */
export async function findCheck(db: ReadDb, partyId: string): Promise<LedgerCheck | null> {
  const select = { checkedAt: true, heldAt: true, fault: true } as const;
  const found = await db.ledgerCheck.findUnique({ where: { partyId }, select });
  return found && { ...found, fault: found.fault === null ? null : fault.parse(found.fault) };
}

function entriesAfter(db: ReadDb, partyId: string, postingNumber: number): Promise<ChainedEntry[]> {
  return db.ledgerEntry.findMany({
    where: { partyId, postingNumber: { gt: postingNumber } },
    orderBy: { postingNumber: 'asc' },
    take: batch,
    select: {
      ...{ id: true, tenantId: true, partyType: true, partyId: true, postingNumber: true, entryType: true },
      ...{ entryOn: true, description: true, reference: true, debitMinor: true, creditMinor: true, currency: true },
      ...{ balanceAfterMinor: true, invoiceId: true, paymentId: true, creditNoteId: true, refundId: true },
      ...{ createdById: true, createdByName: true, createdAt: true, hash: true },
    },
  });
}

async function breakOfRecords(db: ReadDb, partyId: string): Promise<Break | null> {
  return breakOf(await figuresOf(db, partyId)) ?? unsettled(db, partyId);
}

type FigureRow = { sumMinor: bigint; lastMinor: bigint } & {
  [Name in `${Source}${'Posted' | 'Recorded'}`]: bigint;
};

/** What the entries of an account come to, and what its records do, in one statement and so in one snapshot. */
async function figuresOf(db: ReadDb, partyId: string): Promise<Figures> {
  const [row] = await db.$queryRaw<FigureRow[]>`
    select coalesce(sum(moved), 0)::bigint as "sumMinor",
      coalesce((select balance_after_minor from ledger_entries where party_id = ${partyId}::uuid order by posting_number desc limit 1), 0) as "lastMinor",
      coalesce(sum(moved) filter (where source = 'invoice'), 0)::bigint as "invoicePosted",
      coalesce(sum(moved) filter (where source = 'voided'), 0)::bigint as "voidedPosted",
      coalesce(sum(moved) filter (where source = 'creditNote'), 0)::bigint as "creditNotePosted",
      coalesce(sum(moved) filter (where source = 'payment'), 0)::bigint as "paymentPosted",
      coalesce(sum(moved) filter (where source = 'refund'), 0)::bigint as "refundPosted",
      (select coalesce(sum(total_minor), 0)::bigint from invoices where client_id = ${partyId}::uuid and status <> 'draft') as "invoiceRecorded",
      (select -coalesce(sum(voided_minor), 0)::bigint from invoices where client_id = ${partyId}::uuid) as "voidedRecorded",
      (select -coalesce(sum(total_minor), 0)::bigint from credit_notes where client_id = ${partyId}::uuid) as "creditNoteRecorded",
      (select -coalesce(sum(amount_minor), 0)::bigint from payments where client_id = ${partyId}::uuid) as "paymentRecorded",
      (select coalesce(sum(amount_minor), 0)::bigint from refunds where client_id = ${partyId}::uuid) as "refundRecorded"
    from (
      select credit_minor - debit_minor as moved,
        case when refund_id is not null then 'refund' when credit_note_id is not null then 'creditNote'
          when payment_id is not null then 'payment' when invoice_id is null then 'hand'
          when entry_type = 'invoice' then 'invoice' else 'voided' end as source
      from ledger_entries where party_id = ${partyId}::uuid
    ) e`;
  const of = orNotFound(row);
  return {
    ...{ sumMinor: of.sumMinor, lastMinor: of.lastMinor },
    invoice: { posted: of.invoicePosted, recorded: of.invoiceRecorded },
    voided: { posted: of.voidedPosted, recorded: of.voidedRecorded },
    creditNote: { posted: of.creditNotePosted, recorded: of.creditNoteRecorded },
    payment: { posted: of.paymentPosted, recorded: of.paymentRecorded },
    refund: { posted: of.refundPosted, recorded: of.refundRecorded },
  };
}

/** An invoice whose paid or credited amount is not what its allocations or credit notes come to. */
async function unsettled(db: ReadDb, partyId: string): Promise<Break | null> {
  const [row] = await db.$queryRaw<{ number: string }[]>`
    select coalesce(i.number, i.id::text) as number from invoices i
    where i.client_id = ${partyId}::uuid and (
      i.paid_minor <> (select coalesce(sum(a.amount_minor), 0) from payment_allocations a where a.invoice_id = i.id)
      or i.credited_minor <> (select coalesce(sum(n.total_minor), 0) from credit_notes n where n.invoice_id = i.id))
    limit 1`;
  return row ? { entry: null, kind: 'settled', number: row.number } : null;
}

/** What does not hold of a tenant besides its accounts: a series of numbers, or an entry of no account. */
export type TenantBreak =
  | { kind: 'series'; name: string; reason: 'missing' | 'uncounted' | 'start' }
  | { kind: 'entry'; name: string; reason: 'stray' };

/** Proves that the numbers of each series have no gap, and that every entry stands on the account of a client of the tenant. */
export async function proveTenant(db: ReadDb): Promise<TenantBreak | null> {
  const series = await db.$queryRaw<Series[]>`
    select coalesce(b.series, n.kind) as series, coalesce(b.count, 0)::int as count, coalesce(b.first, 0) as first,
      coalesce(b.last, 0) as last, n.value as counted
    from (
      select series, count(*) as count, min(sequence) as first, max(sequence) as last from (
        select series, sequence from invoices where series is not null
        union all select series, sequence from credit_notes
      ) numbered group by series
    ) b full join (
      select kind, value from number_sequences where split_part(kind, '/', 1) in ('invoice', 'credit_note')
    ) n on n.kind = b.series
    order by 1`;
  const broken = gapOf(series);
  if (broken) return broken;
  const [stray] = await db.$queryRaw<{ id: string }[]>`
    select e.id from ledger_entries e where not exists (select from clients c where c.id = e.party_id) limit 1`;
  return stray ? { kind: 'entry', name: stray.id, reason: 'stray' } : null;
}

/** A page of accounts, in the order of their ids. */
export function listAccounts(
  db: ReadDb,
  after: string | null,
): Promise<{ id: string; name: string; currency: string }[]> {
  return db.client.findMany({
    ...(after ? { where: { id: { gt: after } } } : {}),
    orderBy: { id: 'asc' },
    take: batch,
    select: { id: true, name: true, currency: true },
  });
}

/** A page of tenants, in the order of their ids; all of them for a job. */
export function listTenants(db: ReadDb, after: string | null): Promise<{ id: string; name: string }[]> {
  return db.tenant.findMany({
    ...(after ? { where: { id: { gt: after } } } : {}),
    orderBy: { id: 'asc' },
    take: batch,
    select: { id: true, name: true },
  });
}
