import { holdsPassFor, isBillOnPass, isInvoiceOnPass, isSettlementOnPass } from '@/tests/support/wall/guest-rules';
import { type ReadRules, sees } from '@/tests/support/wall/read-rules';
import { any, isMyInvoice, ofMyClient, ofMyTenant, ofWorkersTenant } from '@/tests/support/wall/row-rules';
import { same } from '@/tests/support/wall/subject';

// The read rules of money (see who-sees-what.ts).

export const whoSeesMoney = {
  invoices: {
    says: 'Of my client, never drafts; not for staff. The worker sums those of the tenant that it proves.',
    client: sees(isMyInvoice),
    guest: sees(isInvoiceOnPass),
    admin: sees(ofMyTenant),
    definer: sees((row, me) => row.verifyCode !== null || ofWorkersTenant(row, me), {
      only: [
        ...(['verifyCode', 'number', 'issuedOn', 'totalMinor', 'currency', 'status', 'creditedMinor'] as const),
        ...(['issuer', 'clientId', 'id', 'tenantId', 'projectId', 'dueOn', 'openMinor', 'notes', 'createdAt'] as const),
      ],
    }),
    worker: sees(ofMyTenant, {
      only: [
        ...(['id', 'tenantId', 'clientId', 'number', 'series', 'sequence', 'status'] as const),
        ...(['totalMinor', 'paidMinor', 'creditedMinor', 'voidedMinor', 'dueOn', 'currency'] as const),
        ...(['openMinor', 'projectId'] as const),
      ],
    }),
  },
  invoice_lines: {
    says: 'Of the invoices I see.',
    client: sees(({ invoiceId }, me, world) =>
      world.invoices.some((invoice) => invoice.id === invoiceId && isMyInvoice(invoice, me, world)),
    ),
    guest: sees(({ invoiceId }, me, world) =>
      world.invoices.some((invoice) => invoice.id === invoiceId && isInvoiceOnPass(invoice, me, world)),
    ),
    admin: sees(ofMyTenant),
    definer: sees(ofWorkersTenant, { only: ['tenantId', 'invoiceId', 'position', 'description'] }),
  },
  instalments: {
    says: 'The payment schedules of my client; not for staff.',
    client: sees(ofMyClient),
    admin: sees(ofMyTenant),
  },
  billing_settings: {
    says: 'For the admins of the business; its clients see where to pay.',
    client: sees(ofMyTenant, { only: ['tenantId', 'accountHolder', 'iban', 'bic'] }),
    admin: sees(ofMyTenant),
    worker: sees(ofMyTenant, { only: ['tenantId', 'remindDaysBefore', 'remindDaysAfter'] }),
    definer: sees(ofMyTenant, {
      only: [
        ...(['tenantId', 'invoicePrefix', 'creditNotePrefix', 'numberWidth', 'numberWithYear'] as const),
        ...(['numberRestartsYearly', 'firstInvoiceNumber', 'firstCreditNoteNumber', 'iban'] as const),
      ],
    }),
  },
  credit_notes: {
    says: 'Of my client, without who wrote them.',
    client: sees(ofMyClient, { except: ['createdById', 'createdByName', 'searchText'] }),
    guest: sees(isBillOnPass, { except: ['createdById', 'createdByName', 'searchText'] }),
    admin: sees(ofMyTenant),
    definer: sees((row, me) => row.verifyCode !== null || ofWorkersTenant(row, me), {
      only: [
        ...(['verifyCode', 'number', 'issuedOn', 'totalMinor', 'currency', 'issuer'] as const),
        ...(['id', 'tenantId', 'clientId', 'reason'] as const),
      ],
    }),
    worker: sees(ofMyTenant, {
      only: ['id', 'tenantId', 'clientId', 'invoiceId', 'number', 'series', 'sequence', 'totalMinor'],
    }),
  },
  credit_note_lines: {
    says: 'Of the credit notes I see.',
    client: sees(ofMyClient),
    guest: sees(({ creditNoteId }, me, world) =>
      world.credit_notes.some((note) => note.id === creditNoteId && isBillOnPass(note, me, world)),
    ),
    admin: sees(ofMyTenant),
    definer: sees(ofWorkersTenant, { only: ['tenantId', 'creditNoteId', 'position', 'description'] }),
  },
  payment_allocations: {
    says: 'What the payments of my client settle; a guest sees it of the invoices shown.',
    client: sees(ofMyClient),
    guest: sees(isSettlementOnPass),
    admin: sees(ofMyTenant),
    worker: sees(ofMyTenant),
  },
  refunds: {
    says: 'Of my client, without who recorded them.',
    client: sees(ofMyClient, { except: ['recordedById', 'recordedByName'] }),
    admin: sees(ofMyTenant),
    worker: sees(ofMyTenant, { only: ['id', 'tenantId', 'clientId', 'paymentId', 'amountMinor'] }),
  },
  payment_claims: {
    says: 'Of my client, without who decided them.',
    client: sees(ofMyClient, { except: ['decidedById', 'decidedByName'] }),
    admin: sees(ofMyTenant),
    definer: sees(ofMyTenant, {
      only: ['id', 'tenantId', 'clientId', 'invoiceId', 'userId', 'userName', 'status'],
    }),
  },
  payments: {
    says: 'Of my client, without who recorded them.',
    client: sees(ofMyClient, { except: ['recordedById', 'recordedByName', 'searchText'] }),
    guest: sees(
      ({ id }, me, world) =>
        world.payment_allocations.some((part) => part.paymentId === id && isSettlementOnPass(part, me, world)),
      { only: ['id', 'tenantId', 'clientId', 'paidOn', 'method', 'reference'] },
    ),
    admin: sees(ofMyTenant),
    definer: sees(ofMyTenant, { only: ['id', 'tenantId', 'clientId', 'amountMinor', 'currency'] }),
    worker: sees(ofMyTenant, {
      only: ['id', 'tenantId', 'clientId', 'amountMinor', 'allocatedMinor', 'refundedMinor'],
    }),
  },
  ledger_entries: {
    says: 'party_type = client and party_id = my client, without who wrote them.',
    client: sees((row, me) => row.partyType === 'client' && same(row.partyId, me.clientId), {
      except: ['createdById', 'createdByName'],
    }),
    guest: sees(({ partyId }, me, world) => holdsPassFor('account')(null, me, world) && same(partyId, me.clientId), {
      except: ['createdById', 'createdByName'],
    }),
    admin: sees(ofMyTenant),
    definer: sees(any, { only: ['tenantId', 'partyId', 'entryOn', 'debitMinor', 'creditMinor'] }),
    worker: sees(ofMyTenant),
  },
  statement_prints: {
    says: 'What a printed statement says: for the functions that give out a code and look it up.',
    definer: sees(any),
  },
  ledger_checks: {
    says: 'What the proof of an account found: for admins, and for the job that proves.',
    admin: sees(ofMyTenant),
    worker: sees(ofMyTenant),
  },
} satisfies Partial<ReadRules>;
