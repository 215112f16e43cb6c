import { createTranslator } from 'next-intl';
import { v7 as uuidv7 } from 'uuid';
import type { AdminActor } from '@/lib/authz/actor';
import { toColumn } from '@/lib/dates';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { formatPercent } from '@/lib/format';
import { catalogues } from '@/lib/i18n/catalogues';
import { fallbackLocale, supported } from '@/lib/i18n/locales';
import { createInvoice } from '@/lib/invoices/drafts/commands';
import { wholeRate } from '@/lib/invoices/rule';
import { checkInstalments, lockSchedule } from '@/lib/invoices/schedule/checks';
import { instalmentAmounts } from '@/lib/invoices/schedule/rule';
import type { Instalment, InstalmentId, SetScheduleInput } from '@/lib/invoices/schedule/schemas';
import { exponentOf, toDecimal } from '@/lib/money';

/**
 * Replaces the payment schedule of a project. An instalment that an invoice bills stays, with its size. Throws NOT_FOUND,
 * VALIDATION.
 */
export async function setSchedule(db: WriteDb, input: SetScheduleInput, actor: AdminActor): Promise<{ id: string }> {
  const { id: projectId } = input;
  const before = await lockSchedule(db, projectId, actor);
  const { clientId, currency, contractMinor } = before;
  const named = await db.phase.findMany({ where: { projectId }, select: { id: true, name: true } });
  const phases = new Map(named.map(({ id, name }) => [id, name]));
  const instalments = checkInstalments(input.instalments, before, phases);
  const kept = instalments.flatMap(({ id }) => id ?? []);
  await db.instalment.deleteMany({ where: { projectId, id: { notIn: kept } } });
  const rows = instalments.map(({ id, dueOn, ...row }, at) => {
    return { id, data: { ...row, position: at + 1, dueOn: toColumn(dueOn) } };
  });
  for (const { id, data } of rows) if (id) await db.instalment.update({ where: { id }, data, select: { id: true } });
  const parent = { tenantId: actor.tenantId, clientId, projectId };
  const added = rows.flatMap(({ id, data }) => (id ? [] : [{ ...data, ...parent, id: uuidv7() }]));
  await db.instalment.createMany({ data: added });
  const amounts = instalmentAmounts(instalments, contractMinor);
  const total = amounts.reduce((sum: bigint, amount) => sum + (amount ?? 0n), 0n);
  const facts = { clientId, currency, amount: toDecimal(total, currency), instalments: instalments.length };
  await recordEvent(db, actor, { name: 'payment_schedule.changed', recordId: projectId, facts });
  return { id: projectId };
}

/**
 * Drafts the invoice of an instalment, with one line worded in the tenant's language and priced without tax, as the contract is.
 * Throws NOT_FOUND, and CONFLICT where an invoice bills it already or where it is a share of a contract value that is missing.
 */
export async function invoiceInstalment(
  db: WriteDb,
  { id: projectId, instalmentId }: InstalmentId,
  actor: AdminActor,
): Promise<{ id: string }> {
  const schedule = await lockSchedule(db, projectId, actor);
  const instalment = orNotFound(schedule.instalments.find(({ id }) => id === instalmentId));
  const { clientId, currency } = schedule;
  if (instalment.invoiceId !== null) throw conflict('instalmentBilled', { title: instalment.title });
  if (instalment.dueMinor === null) throw conflict('contractMissing');
  const unitPrice = instalment.dueMinor * 10n ** BigInt(4 - exponentOf(currency));
  const lines = [{ description: wordedFor(actor, instalment), quantity: 1000n, unitPrice }];
  const made = await createInvoice(db, { clientId, projectId, pricesIncludeTax: false, lines }, actor);
  await db.invoiceLine.updateMany({ where: { invoiceId: made.id }, data: { instalmentId } });
  return made;
}

function wordedFor({ tenant }: AdminActor, { title, rate }: Instalment): string {
  if (rate === null) return title;
  const locale = supported(tenant.locale) ?? fallbackLocale;
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'invoices.schedule' });
  return t('line', { title, percent: formatPercent(rate / wholeRate, locale, 4) });
}
