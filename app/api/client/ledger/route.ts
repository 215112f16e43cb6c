import { clientUser } from '@/lib/authz/guards';
import { defineReadRoute } from '@/lib/doors/route';
import { toEntry, toSummary, toTotals } from '@/lib/ledger/columns';
import { getAccount, listEntries } from '@/lib/ledger/queries';
import { ledgerAnswer, ledgerFilter } from '@/lib/ledger/schemas';

export const GET = defineReadRoute({
  summary:
    "The account of the person's client, the latest posting first, with its balance and the sums of what matches.",
  guard: clientUser,
  input: ledgerFilter,
  output: ledgerAnswer,
  run: async (db, filter, { clientId }) => {
    const { data, nextCursor } = await listEntries(db, clientId, filter);
    const account = await getAccount(db, clientId, filter);
    const totals = toTotals(account.matching, account.currency);
    return { data: data.map(toEntry), nextCursor, summary: toSummary(account), totals };
  },
});
