import { v7 as uuidv7 } from 'uuid';
import { fromColumn } from '@/lib/dates';
import type { ReadDb } from '@/lib/db/handles';
import { invalid } from '@/lib/errors';
import { parseInput } from '@/lib/forms/validation';
import { undoOpenings, writeOpenings } from '@/lib/imports/openings/commands';
import { firstLine } from '@/lib/imports/records/checks';
import { byName, knownRecords, references } from '@/lib/imports/records/queries';
import {
  type Found,
  filled,
  type Kind,
  orProblems,
  type Pass,
  type Plan,
  type Planned,
  placeIn,
  type SourceRow,
  textOf,
} from '@/lib/imports/records/rule';
import { wordsOf } from '@/lib/imports/work/rule';
import { largestAmount } from '@/lib/ledger/rule';
import { postEntryInput } from '@/lib/ledger/schemas';
import { fromDecimal, toDecimal } from '@/lib/money';

/** What each client owed at the start, or (below zero) had to its credit: one adjustment per account, which never changes. */
export const openingsKind: Kind = { plan, write: writeOpenings, undo: undoOpenings };

const typedEntry = postEntryInput
  .pick({ entryOn: true, reference: true })
  .extend({ description: postEntryInput.shape.description.nullish() });

async function plan(db: ReadDb, units: SourceRow[][], pass: Pass): Promise<Plan> {
  const rows = units.flat();
  const [planned, problems]: [Planned[], Found[]] = [[], []];
  const clientOf = await references(db, pass, 'clients', rows, 'client');
  const accountOf = (row: SourceRow) => {
    const found = clientOf(textOf(row, 'client') ?? '');
    return 'one' in found ? found.one : null;
  };
  const keys = rows.flatMap((row) => accountOf(row)?.id ?? []).map(byName);
  const known = await knownRecords(db, 'openings', keys);
  const select = { id: true, creditMinor: true, debitMinor: true, entryOn: true } as const;
  const stored = await db.ledgerEntry.findMany({ where: { id: { in: [...known.values()] } }, select });
  for (const row of rows) {
    const { line } = row;
    const one = orProblems(problems, placeIn('openings', line), (): Planned => {
      const account = accountOf(row);
      if (!account)
        throw invalid({
          client: 'none' in clientOf(textOf(row, 'client') ?? '') ? 'unknownClient' : 'importAmbiguous',
        });
      const { id: clientId, currency } = account;
      const first = firstLine(pass, [byName(clientId)], line);
      if (first !== null) throw invalid({ client: { key: 'importRepeated', params: { line: first } } });
      const amount = fromDecimal(textOf(row, 'amount') ?? '', currency);
      if (amount === null) throw invalid({ amount: { key: 'amount', params: { currency } } });
      if (amount > largestAmount || amount < -largestAmount)
        throw invalid({ amount: { key: 'tooBig', params: { maximum: toDecimal(largestAmount, currency) } } });
      const { entryOn, description, reference = null } = parseInput(typedEntry, filled(row, 'client', 'amount'));
      const before = stored.find(({ id }) => id === known.get(byName(clientId)));
      const key = byName(clientId);
      if (before && (before.creditMinor - before.debitMinor !== amount || fromColumn(before.entryOn) !== entryOn))
        throw invalid({ amount: 'importFixed' });
      // Nothing owed is no entry: an account begins at zero.
      if (before || amount === 0n) return { line, action: 'same', id: before?.id ?? '', key, data: {}, before: null };
      const words = description ?? wordsOf(pass.actor)('opening');
      const data = {
        client_id: clientId,
        currency,
        amount: String(amount),
        entry_on: entryOn,
        description: words,
        reference,
      };
      return { line, action: 'create', id: uuidv7(), key, data, before: null };
    });
    if (one) planned.push(one);
  }
  return { planned, problems };
}
