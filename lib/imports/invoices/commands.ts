import { v7 as uuidv7 } from 'uuid';
import { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';
import { forgetRecords, noteRecords } from '@/lib/imports/records/commands';
import type { Data, Planned, Use, Writing } from '@/lib/imports/records/rule';
import { wordsOf } from '@/lib/imports/work/rule';
import { described, lockAccount } from '@/lib/ledger/posting';

/** Makes the commands of these clients' accounts wait until commit, always in the same order. */
export async function lockAccounts(db: WriteDb, clientIds: Iterable<string>): Promise<void> {
  for (const id of [...new Set(clientIds)].sort()) await lockAccount(db, id);
}

/** An entry of an account, with the name of the column that says what it stands for. */
export type Entry = {
  client_id: string;
  currency: string;
  entry_type: 'invoice' | 'payment' | 'refund' | 'adjustment';
  entry_on: string;
  description: string;
  reference: string | null;
  /** In minor units: above zero the client owes it. */
  amount: string;
  invoice_id?: string | null;
  payment_id?: string | null;
  refund_id?: string | null;
};

/** Entries of one statement. */
const mostAtOnce = 1000;

/** Appends entries to the accounts, in the order of their dates; the database numbers, sums and chains them. Returns their ids. */
export async function postEntries(
  db: WriteDb,
  entries: readonly Entry[],
  { actor, stamp }: Writing,
): Promise<string[]> {
  const posted = entries.map((entry) => ({ ...entry, id: uuidv7() }));
  for (let at = 0; at < posted.length; at += mostAtOnce)
    await db.$executeRaw`
      insert into ledger_entries (id, tenant_id, party_id, entry_type, entry_on, description, reference, debit_minor, credit_minor, currency,
        invoice_id, payment_id, refund_id, created_by_id, created_by_name, created_at)
      select r.id, ${actor.tenantId}::uuid, r.client_id, r.entry_type, r.entry_on, r.description, r.reference, greatest(-r.amount, 0), greatest(r.amount, 0),
        r.currency, r.invoice_id, r.payment_id, r.refund_id, ${actor.userId}::uuid, ${actor.name}, ${stamp}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(posted.slice(at, at + mostAtOnce))}::jsonb) as r (id uuid, client_id uuid, currency char(3), entry_type ledger_entry_type,
        entry_on date, description text, reference text, amount bigint, invoice_id uuid, payment_id uuid, refund_id uuid)
      order by r.entry_on, r.id`;
  return posted.map(({ id }) => id);
}

type Line = {
  id: string;
  position: number;
  description: string;
  tax_rate: number;
  quantity: string;
  price: string;
  amount: string;
};

/** Writes invoices with their lines, issues them under their own numbers, and posts them. */
export async function writeInvoices(db: WriteDb, planned: Planned[], writing: Writing): Promise<void> {
  const made = planned.filter(({ action }) => action === 'create');
  if (made.length === 0) return;
  const { actor, stamp } = writing;
  await lockAccounts(
    db,
    made.map(({ data }) => String(data.client_id)),
  );
  const rows = JSON.stringify(
    made.map(({ id, data: { lines: _lines, issuer: _issuer, ...data } }) => ({ ...data, id })),
  );
  const shape = Prisma.sql`r (id uuid, client_id uuid, project_id uuid, currency char(3), number text, notes text, verify_code text,
    issued_on date, due_on date, prices_include_tax boolean, net_minor bigint, tax_minor bigint, total_minor bigint)`;
  await db.$executeRaw`
    insert into invoices (id, tenant_id, client_id, project_id, currency, prices_include_tax, due_on, notes, net_minor, tax_minor, total_minor, created_at, updated_at)
    select id, ${actor.tenantId}::uuid, client_id, project_id, currency, prices_include_tax, due_on, notes, net_minor, tax_minor, total_minor,
      ${stamp}::timestamptz, ${stamp}::timestamptz from jsonb_to_recordset(${rows}::jsonb) as ${shape}`;
  // Written by the plan (checks.ts).
  const lines = made.flatMap(({ id, data }) =>
    (JSON.parse(String(data.lines)) as Line[]).map((line) => ({ ...line, invoice_id: id, client_id: data.client_id })),
  );
  for (let at = 0; at < lines.length; at += 2000)
    await db.$executeRaw`
      insert into invoice_lines (id, tenant_id, client_id, invoice_id, position, description, quantity_thousandth, unit_price_ten_thousandth, tax_rate, amount_minor)
      select id, ${actor.tenantId}::uuid, client_id, invoice_id, position, description, quantity, price, tax_rate, amount
      from jsonb_to_recordset(${JSON.stringify(lines.slice(at, at + 2000))}::jsonb) as r (id uuid, client_id uuid, invoice_id uuid, position int,
        description text, quantity bigint, price bigint, tax_rate int, amount bigint)`;
  await db.$executeRaw`
    update invoices i set status = 'issued', number = r.number, issued_on = r.issued_on, issued_at = ${stamp}::timestamptz, updated_at = ${stamp}::timestamptz,
      verify_code = r.verify_code, issuer = ${String(made[0]?.data.issuer)}::jsonb,
      recipient = jsonb_build_object('website', null, 'name', c.name, 'address', c.address, 'taxNumber', c.tax_number, 'email', c.email,
        'phone', c.phone, 'countryCode', c.country_code)
    from jsonb_to_recordset(${rows}::jsonb) as ${shape} join clients c on c.id = r.client_id where i.id = r.id`;
  await postEntries(
    db,
    made.filter(({ data }) => data.total_minor !== '0').map((one) => entryOf(one, writing)),
    writing,
  );
  await noteRecords(db, planned, writing);
}

function entryOf({ id, data }: Planned, { actor }: Writing): Entry {
  const number = String(data.number);
  return {
    ...accountOf(data),
    ...{ entry_type: 'invoice', entry_on: String(data.issued_on), amount: String(data.total_minor), invoice_id: id },
    ...{ description: described({ subject: 'invoice', number }, actor), reference: number.slice(0, 100) },
  };
}

export const accountOf = ({ client_id, currency }: Data) => ({
  client_id: String(client_id),
  currency: String(currency),
});

type Written = { id: string; clientId: string; currency: string; number: string; totalMinor: bigint };

/** Voids what an import issued; its entries get their opposites, and its numbers are free again. */
export function undoInvoices(db: WriteDb, writing: Writing): Promise<Use[]> {
  const { actor, stamp } = writing;
  const words = wordsOf(actor);
  return undoMoney(db, writing, 'invoices', {
    usesOf: (ids) => Prisma.sql`
      select 'payments' as what, count(*)::int as count from invoices where id in ${ids} and paid_minor > 0
      union all select 'creditNotes', count(*)::int from invoices where id in ${ids} and credited_minor > 0
      union all select 'claims', count(*)::int from payment_claims where invoice_id in ${ids} and status = 'claimed'
      union all select 'changed', count(*)::int from invoices where id in ${ids} and status <> 'issued'`,
    undo: async (ids) => {
      const voided = await db.$queryRaw<Written[]>`
        update invoices set status = 'void', voided_at = ${stamp}::timestamptz, void_reason = ${words('takenBack')}, voided_minor = total_minor, updated_at = ${stamp}::timestamptz
        where id in ${ids} returning id, client_id as "clientId", currency, number, total_minor as "totalMinor"`;
      return voided
        .filter(({ totalMinor }) => totalMinor > 0n)
        .map(
          ({ id, clientId, currency, number, totalMinor }): Entry => ({
            ...{ client_id: clientId, currency, entry_type: 'adjustment', entry_on: words.today },
            ...{ amount: String(-totalMinor), description: described({ subject: 'voided', number }, actor) },
            ...{ reference: number.slice(0, 100), invoice_id: id },
          }),
        );
    },
  });
}

type Undo = {
  /** Selects what uses the records (`what`, `count`). */
  usesOf(ids: Prisma.Sql): Prisma.Sql;
  /** Takes the records back, and returns the opposites of their entries. */
  undo(ids: Prisma.Sql): Promise<Entry[]>;
};

/**
 * Takes back the invoices or payments that an import made and posts the opposites of their entries, while the commands of their
 * accounts wait. Where some are used it changes nothing. Returns the uses. `ids` selects the records.
 */
export async function undoMoney(
  db: WriteDb,
  writing: Writing,
  table: 'invoices' | 'payments',
  { usesOf, undo }: Undo,
): Promise<Use[]> {
  const { importId } = writing;
  const ids = Prisma.sql`(select record_id from import_records where import_id = ${importId}::uuid and is_new)`;
  const accounts = await db.$queryRaw<{ id: string }[]>`
    select distinct client_id as id from ${Prisma.raw(table)} where id in ${ids}`;
  await lockAccounts(
    db,
    accounts.map(({ id }) => id),
  );
  const uses = (await db.$queryRaw<Use[]>(usesOf(ids))).filter(({ count }) => count > 0);
  if (uses.length > 0) return uses;
  await postEntries(db, await undo(ids), writing);
  await forgetRecords(db, importId);
  return [];
}
