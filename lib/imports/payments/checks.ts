import { v7 as uuidv7 } from 'uuid';
import { fromColumn } from '@/lib/dates';
import type { ReadDb } from '@/lib/db/handles';
import { invalid } from '@/lib/errors';
import { parseInput } from '@/lib/forms/validation';
import { undoPayments, writePayments } from '@/lib/imports/payments/commands';
import { contentKey, firstLine } from '@/lib/imports/records/checks';
import { byId, knownRecords, references } from '@/lib/imports/records/queries';
import {
  type Found,
  filled,
  type Kind,
  orProblems,
  type Pass,
  type Plan,
  type Planned,
  placeIn,
  remembered,
  type SourceRow,
  textOf,
} from '@/lib/imports/records/rule';
import { amountFrom, requireNear } from '@/lib/invoices/payments/checks';
import { recordPaymentInput } from '@/lib/invoices/payments/schemas';

/** Payments, each for one invoice at most; what is more than is open of it stays the client's credit. They never change. */
export const paymentsKind: Kind = { plan, write: writePayments, undo: undoPayments };

type Open = { id: string; clientId: string; currency: string; number: string; left: bigint };

async function plan(db: ReadDb, units: SourceRow[][], pass: Pass): Promise<Plan> {
  const rows = units.flat();
  const [planned, problems]: [Planned[], Found[]] = [[], []];
  const clientOf = await references(db, pass, 'clients', rows, 'client');
  const invoices = await openInvoices(db, rows, pass);
  const keyed = rows.map((row) => ({ row, key: keyOf(row, pass) }));
  const known = await knownRecords(
    db,
    'payments',
    keyed.map(({ key }) => key),
  );
  const stored = new Map((await paymentsBy(db, [...known.values()])).map((payment) => [payment.id, payment]));
  for (const { row, key } of keyed) {
    const first = firstLine(pass, [key], row.line);
    if (first !== null) {
      problems.push({
        line: row.line,
        field: 'externalId',
        message: { key: 'importRepeated', params: { line: first } },
      });
      continue;
    }
    const one = orProblems(problems, placeIn('payments', row.line, { clientId: 'client' }), () => {
      const payment = paymentOf(row, invoices, clientOf, pass);
      const before = stored.get(known.get(key) ?? '');
      if (!before)
        return { line: row.line, action: 'create' as const, id: uuidv7(), key, data: allocated(payment), before: null };
      const isSame =
        before.clientId === payment.clientId &&
        before.amountMinor === payment.amountMinor &&
        fromColumn(before.paidOn) === payment.paidOn;
      if (!isSame) throw invalid({ amount: 'importFixed' });
      return { line: row.line, action: 'same' as const, id: before.id, key, data: {}, before: null };
    });
    if (one) planned.push(one);
  }
  return { planned, problems };
}

function keyOf(row: SourceRow, pass: Pass): string {
  const external = textOf(row, 'externalId');
  return external === null ? contentKey(row, pass) : byId(external);
}

const paymentsBy = (db: ReadDb, ids: string[]) =>
  db.payment.findMany({
    where: { id: { in: ids } },
    select: { id: true, clientId: true, amountMinor: true, paidOn: true },
  });

/** The issued invoices that rows name, each read once in a pass, with what earlier rows have left of it. */
async function openInvoices(db: ReadDb, rows: readonly SourceRow[], pass: Pass): Promise<Map<string, Open | null>> {
  const open = remembered(pass, 'open invoices', () => new Map<string, Open | null>());
  const numbers = [...new Set(rows.flatMap((row) => textOf(row, 'invoice') ?? []))].filter(
    (number) => !open.has(number),
  );
  const select = { id: true, clientId: true, currency: true, number: true, openMinor: true } as const;
  const found = await db.invoice.findMany({ where: { number: { in: numbers }, status: 'issued' }, select });
  for (const number of numbers) open.set(number, null);
  for (const { openMinor, number, ...invoice } of found)
    if (number) open.set(number, { ...invoice, number, left: openMinor });
  return open;
}

type Payment = ReturnType<typeof paymentOf>;

/** The payment of a row. Throws VALIDATION. */
function paymentOf(
  row: SourceRow,
  invoices: Map<string, Open | null>,
  clientOf: Awaited<ReturnType<typeof references>>,
  pass: Pass,
) {
  const number = textOf(row, 'invoice');
  const invoice = number === null ? null : invoices.get(number);
  if (number !== null && !invoice) throw invalid({ invoice: 'unknownInvoice' });
  const named = textOf(row, 'client');
  const found = named === null ? null : clientOf(named);
  if (found && !('one' in found)) throw invalid({ client: 'none' in found ? 'unknownClient' : 'importAmbiguous' });
  if (found && invoice && invoice.clientId !== found.one.id) throw invalid({ invoice: 'unknownInvoice' });
  const clientId = found?.one.id ?? invoice?.clientId;
  if (clientId === undefined) throw invalid({ client: 'required' });
  const {
    amount,
    paidOn,
    method,
    reference = null,
  } = parseInput(recordPaymentInput, { ...filled(row, 'client', 'invoice'), clientId });
  const currency = found?.one.currency ?? invoice?.currency ?? pass.actor.tenant.currency;
  const amountMinor = amountFrom('amount', amount, currency);
  requireNear('paidOn', paidOn, pass.today);
  return { clientId, currency, amountMinor, paidOn, method, reference, invoice: invoice ?? null };
}

/** The columns of a new payment, which takes its part of what is left of the invoice. */
function allocated({ clientId, currency, amountMinor, paidOn, method, reference, invoice }: Payment) {
  const left = invoice?.left ?? 0n;
  const part = left < amountMinor ? left : amountMinor;
  if (invoice) invoice.left -= part;
  return {
    ...{ client_id: clientId, currency, amount_minor: String(amountMinor), paid_on: paidOn, method, reference },
    ...{
      invoice_id: part > 0n ? (invoice?.id ?? null) : null,
      number: part > 0n ? (invoice?.number ?? null) : null,
      allocated_minor: String(part),
    },
  };
}
