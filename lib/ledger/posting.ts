import { createTranslator } from 'next-intl';
import type { AdminActor } from '@/lib/authz/actor';
import { toColumn } from '@/lib/dates';
import type { LedgerEntryType } from '@/lib/db/generated/enums';
import type { WriteDb } from '@/lib/db/handles';
import type { Day } from '@/lib/format';
import { catalogues } from '@/lib/i18n/catalogues';
import { fallbackLocale, supported } from '@/lib/i18n/locales';

/** The client whose account is posted to, and its currency. */
export type Account = { clientId: string; currency: string };

/** What an entry posted by a command is about; its text is written once, in the tenant's language. */
export type Subject = 'invoice' | 'voided' | 'credited' | 'payment' | 'paymentOfSeveral' | 'refund';

export type Posting = {
  account: Account;
  entryType: LedgerEntryType;
  /** Calendar date of the event; the order of posting is the database's. */
  entryOn: Day;
  /** In minor units: above zero the client owes it (credit), below zero it reduces the balance (debit). Never zero. */
  amountMinor: bigint;
  /** The subject with its printed number, or a text that an admin typed. */
  text: { subject: Subject; number: string } | string;
  reference: string | null;
  of?: { invoiceId?: string; paymentId?: string; creditNoteId?: string; refundId?: string };
};

/**
 * Makes money commands of one client take turns until commit, so that each sees the sums that the one before left. Taken before
 * the rows are read, and before the tenant's numbers, so that no two commands wait for one another.
 */
export async function lockAccount(db: WriteDb, clientId: string): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${clientId}, 0))`;
}

/** Appends an entry to a client's account, in the transaction of its event. The database numbers, sums and chains it. */
export async function postEntry(db: WriteDb, actor: AdminActor, posting: Posting): Promise<{ id: string }> {
  const { account, amountMinor, text, entryOn, of = {}, ...entry } = posting;
  return db.ledgerEntry.create({
    data: {
      ...{ ...entry, ...of, tenantId: actor.tenantId, partyId: account.clientId, currency: account.currency },
      entryOn: toColumn(entryOn),
      description: typeof text === 'string' ? text : described(text, actor),
      debitMinor: amountMinor < 0n ? -amountMinor : 0n,
      creditMinor: amountMinor > 0n ? amountMinor : 0n,
      ...{ createdById: actor.userId, createdByName: actor.name },
    },
    select: { id: true },
  });
}

/** The text of an entry, in the tenant's language. */
export function described(
  { subject, number }: { subject: Subject; number: string },
  { tenant }: Pick<AdminActor, 'tenant'>,
): string {
  const locale = supported(tenant.locale) ?? fallbackLocale;
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'ledger.entry' });
  return t(subject, { number });
}
