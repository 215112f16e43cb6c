import type pg from 'pg';
import { read } from '@/lib/authz/scope';
import { getClientPortalData } from '@/lib/dashboard/queries';
import { balanceOf } from '@/lib/ledger/columns';
import { getAccount } from '@/lib/ledger/queries';
import { bands } from '@/lib/ledger/rule';
import { getStatement } from '@/lib/ledger/statement/queries';
import type { Account } from '@/tests/support/money-model/actions';
import { openIn, owedBy, type State, stateOf } from '@/tests/support/money-model/state';

export type Shown = { balances: Record<string, bigint>; open: Record<string, bigint>; state: State };

/** An account as each place shows it: `balances` have to be one amount, and so have the amounts in `open`. */
export async function shownOf(owner: pg.Client, { clientId, person, today }: Account): Promise<Shown> {
  const state = await stateOf(owner, clientId);
  const { rows } = await owner.query<Record<'sum' | 'last', string>>(
    `select coalesce(sum(credit_minor - debit_minor), 0)::text as sum,
       coalesce((array_agg(balance_after_minor order by posting_number desc))[1], 0)::text as last
     from ledger_entries where party_id = $1`,
    [clientId],
  );
  const seen = await read(person, async (db) => ({
    account: await getAccount(db, clientId),
    statement: await getStatement(db, clientId, { dateFrom: '1900-01-01', dateTo: '2199-12-31' }, 'UTC'),
    dashboard: await getClientPortalData(db, today),
  }));
  const { account, statement, dashboard } = seen;
  return {
    state,
    balances: {
      equation: owedBy(state),
      sum: BigInt(rows[0]?.sum ?? 0),
      last: BigInt(rows[0]?.last ?? 0),
      account: balanceOf(account),
      closing: statement.closingMinor,
      lastOfStatement: statement.entries.at(-1)?.balanceMinor ?? 0n,
      dashboard: dashboard?.client.balanceMinor ?? -1n,
    },
    open: {
      records: openIn(state),
      dashboard: dashboard?.invoices.totalOpenMinor ?? -1n,
      ageing: bands.reduce((sum, band) => sum + statement.ageing[band], 0n),
    },
  };
}
