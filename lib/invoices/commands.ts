import type { AdminActor } from '@/lib/authz/actor';
import { toColumn, today } from '@/lib/dates';
import { refusing } from '@/lib/db/constraint-errors';
import { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, invalid, orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { issueDates, lockInvoice, numberTaken, requireStatus } from '@/lib/invoices/checks';
import { declineForVoid } from '@/lib/invoices/claims/commands';
import { releaseHours } from '@/lib/invoices/hours/commands';
import { issuerNow, newVerifyCode, recipientNow } from '@/lib/invoices/parties/queries';
import { requireLetters } from '@/lib/invoices/printed/missing-letters';
import type { IssueInvoiceInput, VoidInvoiceInput } from '@/lib/invoices/schemas';
import { getBilling } from '@/lib/invoices/settings/queries';
import { postEntry } from '@/lib/ledger/posting';
import { toDecimal } from '@/lib/money';

type Made = { id: string };

/**
 * Issues a draft: it gets the next number of its year, keeps both parties as they are now, and is posted to the client's account.
 * Throws NOT_FOUND, VALIDATION for dates outside reason and letters that no font holds, CONFLICT unless it is a draft.
 */
export async function issueInvoice(db: WriteDb, input: IssueInvoiceInput, actor: AdminActor): Promise<Made> {
  const { id } = input;
  const draft = await lockInvoice(db, id);
  requireStatus(draft, 'draft');
  if (draft._count.lines === 0) throw invalid({ lines: 'required' });
  const { paymentTermDays: termDays, invoicePrefix } = await getBilling(db, actor);
  const { issuedOn, dueOn } = issueDates(input, draft, { now: today(actor.tenant.timeZone), termDays });
  const { clientId, currency, totalMinor } = draft;
  const [issuer, recipient] = [await issuerNow(db, actor), await recipientNow(db, clientId)];
  requireLetters({ ...(await textsOf(db, id)), issuer, recipient, number: invoicePrefix });
  const parties = { issuer, recipient, verifyCode: newVerifyCode() };
  // As late as possible: other issues of the business wait for the number from here on.
  const [numbered] = await db.$queryRaw<{ series: string; sequence: number; number: string }[]>(
    Prisma.sql`select series, sequence, number from next_bill_number('invoice', ${issuedOn}::date)`,
  );
  const { number, ...place } = orNotFound(numbered);
  const dates = { issuedOn: toColumn(issuedOn), dueOn: toColumn(dueOn), issuedAt: new Date() };
  await refusing(
    db.invoice.update({
      where: { id },
      data: { status: 'issued', number, ...place, ...dates, ...parties },
      select: { id: true },
    }),
    { invoices_tenant_id_number_key: numberTaken },
  );
  if (totalMinor !== 0n)
    await postEntry(db, actor, {
      ...{ account: { clientId, currency }, entryType: 'invoice', entryOn: issuedOn, amountMinor: totalMinor },
      ...{ text: { subject: 'invoice', number }, reference: number, of: { invoiceId: id } },
    });
  const facts = { clientId, currency, amount: toDecimal(totalMinor, currency), number, dueOn };
  await recordEvent(db, actor, { name: 'invoice.issued', recordId: id, facts });
  return { id };
}

/** What people have typed into a draft. */
async function textsOf(db: WriteDb, id: string) {
  const invoice = await db.invoice.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ notes: true, exemptionReason: true, project: { select: { name: true } } },
      lines: { select: { description: true }, orderBy: { position: 'asc' } },
    },
  });
  return { ...invoice, project: invoice.project?.name ?? null };
}

/**
 * Voids an issued invoice and posts what it still stood for to the client's account; its hours can be billed again, and an open
 * claim to have paid it is declined. Throws NOT_FOUND, and CONFLICT for a draft, a void invoice, and one with payments, which have
 * to be refunded or credited first.
 */
export async function voidInvoice(db: WriteDb, { id, reason }: VoidInvoiceInput, actor: AdminActor): Promise<Made> {
  const invoice = await lockInvoice(db, id);
  requireStatus(invoice, 'issued');
  const { clientId, currency, totalMinor, creditedMinor } = invoice;
  const number = invoice.number ?? '';
  if (invoice.paidMinor > 0n) throw conflict('invoicePaid', { number });
  const voidedMinor = totalMinor - creditedMinor;
  await releaseHours(db, { invoiceId: id });
  await declineForVoid(db, id, actor);
  await db.invoice.update({
    where: { id },
    data: { status: 'void', voidedAt: new Date(), voidReason: reason, voidedMinor },
    select: { id: true },
  });
  if (voidedMinor > 0n)
    await postEntry(db, actor, {
      ...{ account: { clientId, currency }, entryType: 'adjustment', entryOn: today(actor.tenant.timeZone) },
      amountMinor: -voidedMinor,
      ...{ text: { subject: 'voided', number }, reference: number, of: { invoiceId: id } },
    });
  const facts = { clientId, currency, amount: toDecimal(voidedMinor, currency), number, reason };
  await recordEvent(db, actor, { name: 'invoice.voided', recordId: id, facts });
  return { id };
}
