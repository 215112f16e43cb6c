import type { AdminActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { invalid } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { getBilling, repeatedNumber } from '@/lib/invoices/settings/queries';
import type { Billing, ChangeBillingInput } from '@/lib/invoices/settings/schemas';
import { withoutUndefined } from '@/lib/without-undefined';

/**
 * Changes the named settings of invoices, for those issued from then on. Throws VALIDATION for numbers that start again each year
 * without naming it, and for a form by which a printed number would come again.
 */
export async function changeBilling(db: WriteDb, input: ChangeBillingInput, actor: AdminActor): Promise<void> {
  const { tenantId } = actor;
  const change = withoutUndefined(input);
  const before = await getBilling(db, actor);
  const after: Billing = { ...before, ...change };
  if (after.numberRestartsYearly && !after.numberWithYear) throw invalid({ numberRestartsYearly: 'restartNeedsYear' });
  if (after.invoicePrefix === after.creditNotePrefix) throw invalid({ creditNotePrefix: 'samePrefix' });
  await requireFreshNumbers(db, after);
  const where = { tenantId };
  const stored = await db.billingSettings.updateMany({ where, data: change });
  if (stored.count === 0) await db.billingSettings.create({ data: { ...after, tenantId }, select: { tenantId: true } });
  const { invoicePrefix, creditNotePrefix, iban, paymentTermDays } = change;
  const facts = { invoicePrefix, creditNotePrefix, iban, paymentTermDays };
  await recordEvent(db, actor, {
    name: 'settings.billing_changed',
    recordId: tenantId,
    facts: withoutUndefined(facts),
  });
}

async function requireFreshNumbers(db: WriteDb, form: Billing): Promise<void> {
  for (const kind of ['invoice', 'credit_note'] as const) {
    const number = await repeatedNumber(db, form, kind);
    if (number === null) continue;
    const field = kind === 'invoice' ? 'invoicePrefix' : 'creditNotePrefix';
    throw invalid({ [field]: { key: 'numberRepeats', params: { number } } });
  }
}
