import type { AdminActor } from '@/lib/authz/actor';
import { today } from '@/lib/dates';
import type { WriteDb } from '@/lib/db/handles';
import { defineEdit } from '@/lib/edits/edit';
import { type FieldMessage, invalid, orNotFound } from '@/lib/errors';
import { scheduleAnswerOf } from '@/lib/invoices/schedule/columns';
import { getSchedule } from '@/lib/invoices/schedule/queries';
import type { Size } from '@/lib/invoices/schedule/rule';
import type { InstalmentInput, Schedule, ScheduleAnswer } from '@/lib/invoices/schedule/schemas';
import { lockAccount } from '@/lib/ledger/posting';
import { largestAmount } from '@/lib/ledger/rule';
import { fromDecimal } from '@/lib/money';

/** The schedule after the account of its client is locked, so that nothing of it is invoiced until commit. Throws NOT_FOUND. */
export async function lockSchedule(db: WriteDb, id: string, { tenant }: AdminActor): Promise<Schedule> {
  await lockAccountOf(db, id);
  return getSchedule(db, { id }, today(tenant.timeZone));
}

async function lockAccountOf(db: WriteDb, id: string): Promise<void> {
  const { clientId } = orNotFound(await db.project.findUnique({ where: { id }, select: { clientId: true } }));
  await lockAccount(db, clientId);
}

/** An instalment as it is stored. */
export type CheckedInstalment = Size & {
  id: string | null;
  phaseId: string | null;
  title: string;
  dueOn: string | null;
};

/** The instalments of an input against those of before. Throws VALIDATION with every wrong field, as in `instalments.0.percent`. */
export function checkInstalments(
  sent: readonly InstalmentInput[],
  before: Schedule,
  phases: ReadonlyMap<string, string>,
): CheckedInstalment[] {
  const { currency, contractMinor } = before;
  const errors: Record<string, FieldMessage> = {};
  const left = new Map(before.instalments.map((instalment) => [instalment.id, instalment]));
  const checked = sent.map(({ id, phaseId = null, title, percent, amount, dueOn = null }, at) => {
    const refuse = (field: string, message: FieldMessage) => {
      errors[`instalments.${at}.${field}`] ??= message;
    };
    const stored = id ? left.get(id) : undefined;
    if (id && !left.delete(id)) refuse('id', { key: 'unknownInstalment' });
    const phaseName = phaseId === null ? undefined : phases.get(phaseId);
    if (phaseId !== null && phaseName === undefined) refuse('phaseId', { key: 'unknownPhase' });
    const named = title ?? phaseName;
    if (named === undefined && phaseId === null) refuse('title', { key: 'required' });
    const size = sizeOf({ percent, amount, currency, contractMinor }, refuse);
    const isChanged = stored && (stored.rate !== size.rate || stored.amountMinor !== size.amountMinor);
    if (stored?.invoiceId && isChanged)
      refuse(stored.rate === null ? 'amount' : 'percent', { key: 'instalmentInvoiced' });
    return { id: id ?? null, phaseId, title: named ?? '', ...size, dueOn };
  });
  const billed = [...left.values()].find(({ invoiceId }) => invoiceId !== null);
  if (billed) errors.instalments = { key: 'instalmentStays', params: { title: billed.title } };
  if (Object.keys(errors).length > 0) throw invalid(errors);
  return checked;
}

type TypedSize = {
  percent: number | null | undefined;
  amount: string | null | undefined;
  currency: string;
  contractMinor: bigint | null;
};

function sizeOf(typed: TypedSize, refuse: (field: string, message: FieldMessage) => void): Size {
  const { percent: rate = null, amount = null, currency, contractMinor } = typed;
  if (rate !== null && amount !== null) refuse('amount', { key: 'percentOrAmount' });
  if (rate === null && amount === null) refuse('percent', { key: 'percentOrAmount' });
  if (rate !== null && contractMinor === null) refuse('percent', { key: 'contractMissing' });
  if (amount === null || rate !== null) return { rate, amountMinor: null };
  const amountMinor = fromDecimal(amount, currency);
  if (amountMinor === null || amountMinor <= 0n) refuse('amount', { key: 'amount', params: { currency } });
  else if (amountMinor > largestAmount) refuse('amount', { key: 'amountTooLarge' });
  return { rate: null, amountMinor };
}

/** The form of a project's payment schedule. */
export const scheduleEdit = defineEdit<{ id: string }, AdminActor, ScheduleAnswer>({
  table: 'projects',
  id: ({ id }) => id,
  before: (db, { id }) => lockAccountOf(db, id),
  read: async (db, { id }, { tenant }) => scheduleAnswerOf(await getSchedule(db, { id }, today(tenant.timeZone))),
  fields: ({ instalments }) => ({
    instalments: instalments.map(({ id, phaseId, title, percent, amount, dueOn }) => {
      return [id, phaseId, title, percent ?? amount, percent !== null, dueOn];
    }),
  }),
  events: { record: 'project', names: ['payment_schedule.changed'] },
});
