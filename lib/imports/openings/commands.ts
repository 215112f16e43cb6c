import type { WriteDb } from '@/lib/db/handles';
import { accountOf, type Entry, lockAccounts, postEntries } from '@/lib/imports/invoices/commands';
import { forgetRecords, noteRecords } from '@/lib/imports/records/commands';
import type { Planned, Use, Writing } from '@/lib/imports/records/rule';
import { wordsOf } from '@/lib/imports/work/rule';

/** Posts opening balances as adjustments. */
export async function writeOpenings(db: WriteDb, planned: Planned[], writing: Writing): Promise<void> {
  const made = planned.filter(({ action }) => action === 'create');
  await lockAccounts(
    db,
    made.map(({ data }) => String(data.client_id)),
  );
  const entries = made.map(
    ({ data }): Entry => ({
      ...{ ...accountOf(data), entry_type: 'adjustment', entry_on: String(data.entry_on), amount: String(data.amount) },
      ...{
        description: String(data.description),
        reference: data.reference === null ? null : String(data.reference ?? ''),
      },
    }),
  );
  const ids = await postEntries(db, entries, writing);
  await noteRecords(
    db,
    made.map((one, at) => ({ ...one, id: ids[at] ?? one.id })),
    writing,
  );
}

type Posted = { partyId: string; currency: string; creditMinor: bigint; debitMinor: bigint; reference: string | null };

/** Posts the opposite of each opening balance. Nothing stands against it: an account takes any entry. */
export async function undoOpenings(db: WriteDb, writing: Writing): Promise<Use[]> {
  const { importId, actor } = writing;
  const posted = await db.$queryRaw<Posted[]>`
    select party_id as "partyId", currency, credit_minor as "creditMinor", debit_minor as "debitMinor", reference from ledger_entries
    where id in (select record_id from import_records where import_id = ${importId}::uuid) order by id`;
  await lockAccounts(
    db,
    posted.map(({ partyId }) => partyId),
  );
  const words = wordsOf(actor);
  const entries = posted.map(
    ({ partyId, currency, creditMinor, debitMinor, reference }): Entry => ({
      ...{ client_id: partyId, currency, entry_type: 'adjustment', entry_on: words.today, reference },
      ...{ amount: String(debitMinor - creditMinor), description: words('takenBack') },
    }),
  );
  await postEntries(db, entries, writing);
  await forgetRecords(db, importId);
  return [];
}
