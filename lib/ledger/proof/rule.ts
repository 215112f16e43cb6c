import { createHash } from 'node:crypto';
import { canonicalForm } from '@/lib/canonical-form';

/** An entry with every column that its hash covers. Amounts in minor units; `entryOn` is midnight UTC of a calendar date. */
export type ChainedEntry = {
  id: string;
  tenantId: string;
  partyType: string;
  partyId: string;
  postingNumber: number;
  entryType: string;
  entryOn: Date;
  description: string;
  reference: string | null;
  debitMinor: bigint;
  creditMinor: bigint;
  balanceAfterMinor: bigint;
  currency: string;
  invoiceId: string | null;
  paymentId: string | null;
  creditNoteId: string | null;
  refundId: string | null;
  createdById: string;
  createdByName: string;
  createdAt: Date;
  hash: Uint8Array;
};

/** Where the proof of an account has come to: the entry that it read last. */
export type Place = Held & { balanceMinor: bigint };

/** The entry that an earlier proof read last. */
export type Held = { postingNumber: number; hash: Uint8Array };

export const start: Place = { postingNumber: 0, hash: new Uint8Array(), balanceMinor: 0n };

/** What records an entry can stand for; `hand` has none. */
export const sources = ['invoice', 'voided', 'creditNote', 'payment', 'refund'] as const;
export type Source = (typeof sources)[number];

/** The first thing that does not hold, with the entry where there is one. Amounts in minor units of the account's currency. */
export type Break = { entry: { id: string; postingNumber: number } | null } & (
  | { kind: 'missing'; expected: number; found: number }
  | { kind: 'hash' | 'rewritten' }
  | { kind: 'shortened'; expected: number; found: number }
  | { kind: 'balance' | 'sum'; expected: bigint; found: bigint }
  | { kind: 'source'; source: Source; expected: bigint; found: bigint }
  | { kind: 'settled'; number: string }
);

/** The canonical form of an entry, field by field like chain_ledger_entry() in the database (docs/decisions/0047). */
export function canonical(entry: ChainedEntry): string {
  const { debitMinor, creditMinor, balanceAfterMinor, postingNumber } = entry;
  return canonicalForm([
    ...[entry.id, entry.tenantId, entry.partyType, entry.partyId, String(postingNumber), entry.entryType],
    ...[entry.entryOn.toISOString().slice(0, 10), entry.description, entry.reference],
    ...[String(debitMinor), String(creditMinor), String(balanceAfterMinor), entry.currency],
    ...[entry.invoiceId, entry.paymentId, entry.creditNoteId, entry.refundId],
    ...[entry.createdById, entry.createdByName, entry.createdAt.toISOString()],
  ]);
}

/** The hash of an entry after the one before it: SHA-256 of the hash before and the canonical form. */
export function hashOf(before: Uint8Array, entry: ChainedEntry): Uint8Array {
  return createHash('sha256').update(before).update(canonical(entry)).digest();
}

/** Goes on by one entry, or says what does not hold of it. `held` is where an earlier proof ended. */
export function step(before: Place, entry: ChainedEntry, held: Held | null): Place | Break {
  const { id, postingNumber, balanceAfterMinor, hash } = entry;
  const at = { entry: { id, postingNumber } };
  const expected = before.postingNumber + 1;
  if (postingNumber !== expected) return { ...at, kind: 'missing', expected, found: postingNumber };
  if (!Buffer.from(hashOf(before.hash, entry)).equals(hash)) return { ...at, kind: 'hash' };
  const balanceMinor = before.balanceMinor + entry.creditMinor - entry.debitMinor;
  if (balanceAfterMinor !== balanceMinor)
    return { ...at, kind: 'balance', expected: balanceMinor, found: balanceAfterMinor };
  if (held?.postingNumber === postingNumber && !Buffer.from(held.hash).equals(hash))
    return { ...at, kind: 'rewritten' };
  return { postingNumber, hash, balanceMinor };
}

export const isBreak = (outcome: Place | Break): outcome is Break => 'kind' in outcome;

/** What the entries of an account come to, in total and by what they stand for, and what the records say. */
export type Figures = { sumMinor: bigint; lastMinor: bigint } & Record<Source, { posted: bigint; recorded: bigint }>;

/** The equation of an account: its balance is what its records come to, and what was posted by hand. */
export function breakOf(figures: Figures): Break | null {
  const { sumMinor, lastMinor } = figures;
  if (sumMinor !== lastMinor) return { entry: null, kind: 'sum', expected: sumMinor, found: lastMinor };
  for (const source of sources) {
    const { posted, recorded } = figures[source];
    if (posted !== recorded) return { entry: null, kind: 'source', source, expected: recorded, found: posted };
  }
  return null;
}

/** The numbers of a series: how many there are, between which, and how far its counter has come (null without one). */
export type Series = { series: string; count: number; first: number; last: number; counted: number | null };

/** The first series whose numbers have a gap, or null. A business may start its very first series of a kind above 1. */
export function gapOf(all: readonly Series[]) {
  const late = new Set<string>();
  for (const { series, count, first, last, counted } of all) {
    const kind = series.split('/')[0] ?? '';
    const broken = (reason: 'missing' | 'uncounted' | 'start') => ({ kind: 'series', name: series, reason }) as const;
    if (count > 0 && count !== last - first + 1) return broken('missing');
    if (counted !== last) return broken('uncounted');
    if (first > 1 && late.has(kind)) return broken('start');
    if (first > 1) late.add(kind);
  }
  return null;
}
