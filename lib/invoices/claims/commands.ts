import { createTranslator } from 'next-intl';
import { v7 as uuidv7 } from 'uuid';
import type { AdminActor, ClientActor } from '@/lib/authz/actor';
import { fromColumn, today } from '@/lib/dates';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { catalogues } from '@/lib/i18n/catalogues';
import { fallbackLocale, supported } from '@/lib/i18n/locales';
import { lockInvoice, requireStatus } from '@/lib/invoices/checks';
import type { ClaimPaymentInput, ConfirmClaimInput, DeclineClaimInput } from '@/lib/invoices/claims/schemas';
import { amountFrom, requireNear } from '@/lib/invoices/payments/checks';
import { recordPayment } from '@/lib/invoices/payments/commands';
import { lockAccount } from '@/lib/ledger/posting';
import { toDecimal } from '@/lib/money';

type Made = { id: string };

/**
 * A person of the client says that an invoice is paid, with a stored file of theirs as proof where there is one; no figure changes
 * until an admin confirms it. Throws NOT_FOUND, VALIDATION
 * for a date outside reason, CONFLICT for a void invoice, one with nothing left to pay, and one with an open claim.
 */
export async function claimPayment(
  db: WriteDb,
  input: ClaimPaymentInput,
  actor: ClientActor,
  proofFileId: string | null = null,
): Promise<Made> {
  const { id: invoiceId, paidOn, note = null } = input;
  const invoice = await lockInvoice(db, invoiceId);
  requireStatus(invoice, 'issued');
  const number = invoice.number ?? '';
  if (invoice.openMinor === 0n) throw conflict('nothingOpen', { number });
  requireNear('paidOn', paidOn, today(actor.tenant.timeZone));
  const open = await db.paymentClaim.findFirst({ where: { invoiceId, status: 'claimed' }, select: { id: true } });
  if (open) throw conflict('claimOpen', { number });
  const { tenantId, clientId, userId, name: userName } = actor;
  const id = uuidv7();
  // Prisma would name the status, which clients may not write.
  await db.$executeRaw`
    insert into payment_claims (id, tenant_id, client_id, invoice_id, user_id, user_name, paid_on, note, proof_file_id)
    values (${id}::uuid, ${tenantId}::uuid, ${clientId}::uuid, ${invoiceId}::uuid, ${userId}::uuid, ${userName}, ${paidOn}::date, ${note},
      ${proofFileId}::uuid)`;
  await recordEvent(db, actor, { name: 'payment_claim.claimed', recordId: id, facts: { clientId, invoiceId } });
  return { id };
}

/**
 * Confirms a claim: records the payment, allocated up to what is open of its invoice. Throws NOT_FOUND, the errors of
 * recordPayment, and CONFLICT for a claim that is decided, or without an amount where nothing is open any more.
 */
export async function confirmClaim(db: WriteDb, input: ConfirmClaimInput, actor: AdminActor): Promise<Made> {
  const { id, method, reference } = input;
  const { clientId, invoiceId, paidOn, invoice } = await lockClaim(db, id);
  const { currency, openMinor, number } = invoice;
  const amountMinor = input.amount ? amountFrom('amount', input.amount, currency) : openMinor;
  if (amountMinor === 0n) throw conflict('nothingOpen', { number: number ?? '' });
  const settledMinor = amountMinor - openMinor > 0n ? openMinor : amountMinor;
  const settled = settledMinor > 0n ? [{ invoiceId, amount: toDecimal(settledMinor, currency) }] : [];
  const amount = toDecimal(amountMinor, currency);
  const about = { clientId, paidOn: input.paidOn ?? fromColumn(paidOn), method, reference };
  const { id: paymentId } = await recordPayment(db, { ...about, amount, allocations: settled }, actor);
  await decide(db, id, { status: 'confirmed', paymentId }, actor);
  await recordEvent(db, actor, { name: 'payment_claim.confirmed', recordId: id, facts: { clientId, invoiceId } });
  return { id };
}

/** Declines a claim with a reason that the client reads. Throws NOT_FOUND, and CONFLICT for a claim that is decided. */
export async function declineClaim(db: WriteDb, { id, reason }: DeclineClaimInput, actor: AdminActor): Promise<Made> {
  const { clientId, invoiceId } = await lockClaim(db, id);
  await decline(db, { id, clientId, invoiceId }, reason, actor);
  return { id };
}

/** Declines the open claim for an invoice that is voided, with that reason in the tenant's language. The account is locked. */
export async function declineForVoid(db: WriteDb, invoiceId: string, actor: AdminActor): Promise<void> {
  const select = { id: true, clientId: true, invoiceId: true } as const;
  const claim = await db.paymentClaim.findFirst({ where: { invoiceId, status: 'claimed' }, select });
  if (!claim) return;
  const locale = supported(actor.tenant.locale) ?? fallbackLocale;
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'invoices.claim' });
  await decline(db, claim, t('voided'), actor);
}

/** An open claim after the account of its client is locked. Throws NOT_FOUND, and CONFLICT for one that is decided. */
async function lockClaim(db: WriteDb, id: string) {
  const { clientId } = orNotFound(await db.paymentClaim.findUnique({ where: { id }, select: { clientId: true } }));
  await lockAccount(db, clientId);
  const invoice = { select: { currency: true, openMinor: true, number: true } } as const;
  const select = { clientId: true, invoiceId: true, paidOn: true, status: true, invoice } as const;
  const claim = orNotFound(await db.paymentClaim.findUnique({ where: { id }, select }));
  if (claim.status !== 'claimed') throw conflict('claimDecided', { status: claim.status });
  return claim;
}

type Decision = { status: 'confirmed'; paymentId: string } | { status: 'declined'; declineReason: string };

async function decide(db: WriteDb, id: string, decision: Decision, actor: AdminActor): Promise<void> {
  const decided = { decidedById: actor.userId, decidedByName: actor.name, decidedAt: new Date() };
  await db.paymentClaim.update({ where: { id }, data: { ...decision, ...decided }, select: { id: true } });
}

type Declined = { id: string; clientId: string; invoiceId: string };

async function decline(db: WriteDb, { id, ...facts }: Declined, reason: string, actor: AdminActor): Promise<void> {
  await decide(db, id, { status: 'declined', declineReason: reason }, actor);
  await recordEvent(db, actor, { name: 'payment_claim.declined', recordId: id, facts: { ...facts, reason } });
}
