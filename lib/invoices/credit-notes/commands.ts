import type { AdminActor } from '@/lib/authz/actor';
import { fromColumn, toColumn, today } from '@/lib/dates';
import { refusing } from '@/lib/db/constraint-errors';
import { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { releaseAllocations } from '@/lib/invoices/allocations/commands';
import { numberTaken, requireStatus } from '@/lib/invoices/checks';
import { checkedCredit, lockCredited, requireCreditDate } from '@/lib/invoices/credit-notes/checks';
import type { IssueCreditNoteInput } from '@/lib/invoices/credit-notes/schemas';
import { issuerNow, newVerifyCode, recipientNow } from '@/lib/invoices/parties/queries';
import { requireLetters } from '@/lib/invoices/printed/missing-letters';
import { postEntry } from '@/lib/ledger/posting';
import { toDecimal } from '@/lib/money';

/**
 * Issues a credit note for all or part of an issued invoice: it gets the next number of its series, keeps both parties as they are
 * now, and is posted to the client's account. What had been paid of the credited part becomes the client's credit: allocations
 * are released, the latest first. Throws CONFLICT for a draft and a void invoice, VALIDATION for a date before the invoice's, and
 * the errors of checkedCredit, and for letters that no font holds.
 */
export async function issueCreditNote(
  db: WriteDb,
  input: IssueCreditNoteInput,
  actor: AdminActor,
): Promise<{ id: string }> {
  const invoice = await lockCredited(db, input.invoiceId);
  requireStatus(invoice, 'issued');
  const { id: invoiceId, clientId, projectId, currency, exemptionReason } = invoice;
  const now = today(actor.tenant.timeZone);
  const issuedOn = input.issuedOn ?? now;
  requireCreditDate(issuedOn, { invoiced: fromColumn(invoice.issuedOn), now });
  const { lines, pricesIncludeTax, discountRate, discountMinor, totals } = await checkedCredit(
    db,
    invoice,
    input,
    actor,
  );
  const { netMinor, taxMinor, totalMinor } = totals;
  // What the invoice says already was printed with it.
  requireLetters({ reason: input.reason, lines: input.lines ? lines : [] });
  await releaseAllocations(db, { invoiceId }, totalMinor - invoice.openMinor, actor);
  const [issuer, recipient] = [await issuerNow(db, actor), await recipientNow(db, clientId)];
  // As late as possible: other credit notes of the business wait for the number from here on.
  const [numbered] = await db.$queryRaw<{ series: string; sequence: number; number: string }[]>(
    Prisma.sql`select series, sequence, number from next_bill_number('credit_note', ${issuedOn}::date)`,
  );
  const { number, ...place } = orNotFound(numbered);
  const parties = { issuer, recipient, verifyCode: newVerifyCode() };
  const signed = { tenantId: actor.tenantId, createdById: actor.userId, createdByName: actor.name };
  const { id } = await refusing(
    db.creditNote.create({
      data: {
        ...{ ...signed, ...place, ...parties, number, clientId, projectId, invoiceId, currency, pricesIncludeTax },
        ...{ discountRate, discountMinor, exemptionReason, netMinor, taxMinor, totalMinor, reason: input.reason },
        issuedOn: toColumn(issuedOn),
      },
      select: { id: true },
    }),
    { credit_notes_tenant_id_number_key: numberTaken },
  );
  const parent = { tenantId: actor.tenantId, clientId, creditNoteId: id };
  await db.creditNoteLine.createMany({
    data: lines.map(({ id: _none, timeEntryIds: _hours, ...line }, at) => ({ ...line, ...parent, position: at + 1 })),
  });
  await postEntry(db, actor, {
    ...{ account: { clientId, currency }, entryType: 'adjustment', entryOn: issuedOn, amountMinor: -totalMinor },
    ...{ text: { subject: 'credited', number }, reference: number, of: { creditNoteId: id, invoiceId } },
  });
  const facts = { clientId, currency, amount: toDecimal(totalMinor, currency), number, invoiceId };
  await recordEvent(db, actor, { name: 'credit_note.issued', recordId: id, facts });
  return { id };
}
