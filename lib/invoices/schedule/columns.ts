import { percentOf } from '@/lib/invoices/columns';
import type { Instalment, Schedule, ScheduleAnswer } from '@/lib/invoices/schedule/schemas';
import { toDecimal } from '@/lib/money';

/** A payment schedule as the API writes it. */
export function scheduleAnswerOf({ instalments, currency, ...schedule }: Schedule): ScheduleAnswer {
  const decimal = (minor: bigint | null) => (minor === null ? null : toDecimal(minor, currency));
  return {
    ...{ projectId: schedule.projectId, currency, contractValue: decimal(schedule.contractMinor) },
    scheduled: toDecimal(schedule.scheduledMinor, currency),
    instalments: instalments.map((instalment: Instalment) => ({
      ...instalment,
      percent: instalment.rate === null ? null : percentOf(instalment.rate),
      amount: decimal(instalment.dueMinor),
      invoiced: decimal(instalment.invoicedMinor),
    })),
  };
}
