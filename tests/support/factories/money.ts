import type pg from 'pg';
import { type Author, type ClientParent, type ProjectParent, under } from '@/tests/support/factories/identity';
import { insertRow, mark, type Wishes } from '@/tests/support/factories/rows';

// Factories of invoices, payments, ledger entries, hours, notifications and audit entries.

type Charged = { tenantId: string; clientId: string; currency: string; id: string };

let lastNumber = 0;

const numbered = () => ({ number: String(++lastNumber), series: 'invoice', sequence: lastNumber });

/** An invoice of 120.00 with one line; with a number and dates unless it is a draft. */
export async function createInvoice(
  owner: pg.Client,
  { tenantId, id: clientId, currency }: ClientParent,
  wishes: Wishes<'invoices'> = {},
) {
  const status = wishes.status ?? 'draft';
  const invoice = await insertRow(owner, 'invoices', {
    tenantId,
    clientId,
    currency,
    netMinor: 12_000n,
    totalMinor: 12_000n,
    ...(status === 'draft' ? {} : { ...numbered(), issuedOn: '2026-10-01', dueOn: '2026-10-31', verifyCode: mark() }),
    ...(status === 'void' ? { voidedAt: new Date(), voidReason: 'Sent twice', voidedMinor: 12_000n } : {}),
    ...wishes,
  });
  const price = { quantityThousandth: 1000n, unitPriceTenThousandth: 1_200_000n, taxRate: 0, amountMinor: 12_000n };
  const line = { tenantId, clientId, invoiceId: invoice.id, position: 1, description: 'Joinery' };
  await insertRow(owner, 'invoice_lines', { ...line, ...price });
  return invoice;
}

/** A tenth of the contract value of a project, without a phase. */
export const createInstalment = (
  owner: pg.Client,
  { tenantId, clientId, id: projectId }: ProjectParent,
  wishes: Wishes<'instalments'> = {},
) =>
  insertRow(owner, 'instalments', {
    tenantId,
    clientId,
    projectId,
    position: 1,
    title: 'Deposit',
    rate: 100_000,
    ...wishes,
  });

/** A payment of 50.00 of which nothing is allocated. */
export const createPayment = (
  owner: pg.Client,
  { tenantId, clientId, currency }: Omit<Charged, 'id'>,
  { id: recordedById, name: recordedByName }: Author,
  wishes: Wishes<'payments'> = {},
) =>
  insertRow(owner, 'payments', {
    ...{ tenantId, clientId, currency, recordedById, recordedByName },
    amountMinor: 5_000n,
    paidOn: '2026-10-20',
    ...wishes,
  });

/** One unit of a payment, for an issued invoice of the same client. */
export const createAllocation = (
  owner: pg.Client,
  { tenantId, clientId, id: paymentId }: Omit<Charged, 'currency'>,
  { id: invoiceId }: { id: string },
  wishes: Wishes<'payment_allocations'> = {},
) => insertRow(owner, 'payment_allocations', { tenantId, clientId, paymentId, invoiceId, amountMinor: 1n, ...wishes });

/** One unit of a payment, given back. */
export const createRefund = (
  owner: pg.Client,
  { tenantId, clientId, currency, id: paymentId }: Charged,
  { id: recordedById, name: recordedByName }: Author,
  wishes: Wishes<'refunds'> = {},
) =>
  insertRow(owner, 'refunds', {
    ...{ tenantId, clientId, currency, paymentId, recordedById, recordedByName },
    ...{ amountMinor: 1n, refundedOn: '2026-10-25' },
    ...wishes,
  });

/** A credit note of one unit, with one line. */
export async function createCreditNote(
  owner: pg.Client,
  { tenantId, clientId, currency, id: invoiceId }: Charged,
  { id: createdById, name: createdByName }: Author,
  wishes: Wishes<'credit_notes'> = {},
) {
  const { number: sequence } = { number: ++lastNumber };
  const note = await insertRow(owner, 'credit_notes', {
    ...{ tenantId, clientId, currency, invoiceId, createdById, createdByName },
    ...{ number: `CN-${sequence}`, series: 'credit_note', sequence, issuedOn: '2026-10-15', reason: 'Too many' },
    ...{ netMinor: 1n, taxMinor: 0n, totalMinor: 1n, issuer: '{}', recipient: '{}', verifyCode: mark() },
    ...wishes,
  });
  const price = { quantityThousandth: 1000n, unitPriceTenThousandth: 100n, taxRate: 0, amountMinor: 1n };
  const line = { tenantId, clientId, creditNoteId: note.id, position: 1, description: 'Joinery' };
  await insertRow(owner, 'credit_note_lines', { ...line, ...price });
  return note;
}

/** A person's claim that an invoice of their client is paid. */
export const createClaim = (
  owner: pg.Client,
  { tenantId, clientId, id: invoiceId }: Omit<Charged, 'currency'>,
  { id: userId, name: userName }: Author,
  wishes: Wishes<'payment_claims'> = {},
) =>
  insertRow(owner, 'payment_claims', {
    tenantId,
    clientId,
    invoiceId,
    userId,
    userName,
    paidOn: '2026-10-21',
    ...wishes,
  });

/** An entry of the client's ledger: an invoice of 100.00 unless overridden. */
export const createLedgerEntry = (
  owner: pg.Client,
  { tenantId, id: partyId, currency }: ClientParent,
  { id: createdById, name: createdByName }: Author,
  wishes: Wishes<'ledger_entries'> = {},
) =>
  insertRow(owner, 'ledger_entries', {
    ...{ tenantId, partyId, currency, createdById, createdByName },
    entryType: 'invoice',
    entryOn: '2026-10-01',
    description: 'Joinery',
    creditMinor: (wishes.debitMinor ?? 0n) === 0n ? 10_000n : 0n,
    ...wishes,
  });

export const createTimeEntry = (
  owner: pg.Client,
  project: ProjectParent,
  { id: userId, name: userName }: Author,
  wishes: Wishes<'time_entries'> = {},
) =>
  insertRow(owner, 'time_entries', {
    ...under(project),
    ...{ userId, userName },
    workedOn: '2026-10-12',
    minutes: 90,
    description: 'Site visit',
    costRateMinor: 4_000n,
    ...wishes,
  });

export const createNotification = (
  owner: pg.Client,
  { tenantId, id: userId }: { tenantId: string; id: string },
  wishes: Wishes<'notifications'> = {},
) =>
  insertRow(owner, 'notifications', {
    ...{ tenantId, userId },
    kind: 'invoice_issued',
    recordType: 'invoice',
    recordId: userId,
    ...wishes,
  });

export const createAuditEntry = (
  owner: pg.Client,
  { tenantId, id: actorId, name: actorName }: { tenantId?: string | null; id: string; name: string },
  wishes: Wishes<'audit_entries'> = {},
) =>
  insertRow(owner, 'audit_entries', {
    ...{ tenantId: tenantId ?? null, actorId, actorName },
    action: 'user.signed_in',
    ...wishes,
  });
