import type { AdminActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { AppError, type FieldMessage, invalid } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { type Account, lockAccount, postEntry } from '@/lib/ledger/posting';
import { getEntry } from '@/lib/ledger/queries';
import { handEntry, largestAmount, sidesOf } from '@/lib/ledger/rule';
import type { LedgerRow, PostEntryInput, PostFormInput } from '@/lib/ledger/schemas';
import { fromDecimal, toDecimal } from '@/lib/money';

/**
 * Posts an entry that no record of the portal stands behind: an opening balance, a correction, a business that invoices
 * elsewhere. Throws VALIDATION for an unknown client, for the wrong side of the type, and for anything but one amount above zero.
 */
export async function postEntryByHand(db: WriteDb, input: PostEntryInput, actor: AdminActor): Promise<LedgerRow> {
  const account = await accountOf(db, input.partyId);
  const { currency, clientId } = account;
  const amountMinor = amountOf(input, currency);
  const { entryType, entryOn, description: text, reference = null } = input;
  await lockAccount(db, clientId);
  const { id } = await postEntry(db, actor, { account, entryType, entryOn, amountMinor, text, reference });
  const amount = toDecimal(amountMinor, currency);
  await recordEvent(db, actor, {
    name: 'ledger.posted',
    recordId: id,
    facts: { clientId, currency, amount, entryType },
  });
  return getEntry(db, id);
}

/** Posts an entry by hand as its form has it. Throws like postEntryByHand, with errors of the amount on `amount`. */
export async function postFromForm(db: WriteDb, input: PostFormInput, actor: AdminActor): Promise<LedgerRow> {
  const { kind, amount, ...rest } = input;
  const { entryType, side } = handEntry[kind];
  try {
    return await postEntryByHand(db, { ...rest, partyType: 'client', entryType, [side]: amount }, actor);
  } catch (error) {
    if (!(error instanceof AppError) || !(side in error.fields)) throw error;
    const { [side]: about, ...others } = error.fields;
    throw new AppError('VALIDATION', { fields: { ...others, ...(about && { amount: about }) } });
  }
}

/** The account of a client, or of the client of a person. */
async function accountOf(db: WriteDb, partyId: string): Promise<Account> {
  const select = { id: true, currency: true } as const;
  const client =
    (await db.client.findUnique({ where: { id: partyId }, select })) ??
    (await db.user.findUnique({ where: { id: partyId }, select: { client: { select } } }))?.client;
  if (!client) throw invalid({ partyId: 'unknownClient' });
  return { clientId: client.id, currency: client.currency };
}

/** The amount as the ledger has it: a credit is positive, a debit negative. A side of zero is the same as none. */
function amountOf({ entryType, ...sides }: PostEntryInput, currency: string): bigint {
  const errors: Record<string, FieldMessage> = {};
  const read = (side: 'debit' | 'credit'): bigint => {
    const minor = sides[side] === undefined ? 0n : fromDecimal(sides[side], currency);
    if (minor === null || minor < 0n) errors[side] = { key: 'amount', params: { currency } };
    else if (minor > largestAmount)
      errors[side] = { key: 'tooBig', params: { maximum: toDecimal(largestAmount, currency) } };
    else if (minor > 0n && !sidesOf[entryType].includes(side)) errors[side] = { key: 'otherSide' };
    return minor ?? 0n;
  };
  const [debit, credit] = [read('debit'), read('credit')];
  if (Object.keys(errors).length > 0) throw invalid(errors);
  if (debit > 0n && credit > 0n) throw invalid({ debit: 'oneSide' });
  if (debit === 0n && credit === 0n) {
    const typed = (['debit', 'credit'] as const).find((side) => sides[side] !== undefined);
    throw invalid(typed ? { [typed]: 'aboveZero' } : { [sidesOf[entryType][0] ?? 'credit']: 'required' });
  }
  return credit - debit;
}
