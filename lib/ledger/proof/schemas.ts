import { z } from 'zod';
import { recordId } from '@/lib/fields';
import { sources } from '@/lib/ledger/proof/rule';

/** The first thing that a proof found not to hold, as it is stored. Amounts are decimals in the account's currency. */
export const fault = z.strictObject({
  kind: z.enum(['missing', 'hash', 'rewritten', 'shortened', 'balance', 'sum', 'source', 'settled']),
  entryId: z.string().nullable(),
  entry: z.number().nullable().describe('The number of the entry on its account.'),
  source: z.enum(sources).nullable(),
  number: z.string().nullable().describe("An invoice's."),
  expected: z.string().nullable(),
  found: z.string().nullable(),
});

export const checkAccountInput = z.strictObject({ id: recordId() });

export type Fault = z.output<typeof fault>;
export type CheckAccountInput = z.output<typeof checkAccountInput>;

/** What the last proof of an account found, and when it held last. */
export type LedgerCheck = { checkedAt: Date; heldAt: Date | null; fault: Fault | null };
