import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { toEntry, toSummary, toTotals } from '@/lib/ledger/columns';
import { postEntryByHand } from '@/lib/ledger/commands';
import { getAccount, listAllEntries, listEntries, sumsByCurrency } from '@/lib/ledger/queries';
import { ledgerEntry, postEntryInput, teamLedgerAnswer, teamLedgerFilter } from '@/lib/ledger/schemas';

export const GET = defineReadRoute({
  summary: 'The entries of all accounts, or of one with its balance, the latest posting first.',
  guard: adminUser,
  input: teamLedgerFilter,
  output: teamLedgerAnswer,
  run: async (db, { partyId, ...filter }) => {
    if (partyId === undefined) {
      const { data, nextCursor } = await listAllEntries(db, filter);
      const sums = await sumsByCurrency(db, filter);
      const totals = sums.map(({ currency, ...sum }) => ({ ...toTotals(sum, currency), currency }));
      return { data: data.map(toEntry), nextCursor, summary: null, totals };
    }
    const { data, nextCursor } = await listEntries(db, partyId, filter);
    const account = await getAccount(db, partyId, filter);
    const { currency, matching } = account;
    const totals = [{ ...toTotals(matching, currency), currency }];
    return { data: data.map(toEntry), nextCursor, summary: toSummary(account), totals };
  },
});

export const POST = defineWriteRoute({
  summary: 'Posts an entry by hand to the account of a client, or of the client of a person.',
  guard: adminUser,
  input: postEntryInput,
  output: recordOf(ledgerEntry),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: toEntry(await postEntryByHand(db, input, actor)) }),
});
