import type { WriteDb } from '@/lib/db/handles';
import { conflict, invalid } from '@/lib/errors';

/** The hours that a line bills from now on, `at` its place among the lines. */
export type BilledLine = { lineId: string; at: number; timeEntryIds: readonly string[] };

type Bill = { id: string; clientId: string; projectId: string | null };

/**
 * Marks hours as billed by lines of an invoice; hours that a line billed before and no longer names are let go. Throws VALIDATION
 * for hours that are not billable, or of another project or client, and CONFLICT for hours that another line has billed.
 */
export async function billHours(db: WriteDb, bill: Bill, lines: readonly BilledLine[]): Promise<void> {
  for (const { lineId, timeEntryIds } of lines) {
    const invoiceLineId = lineId;
    await db.timeEntry.updateMany({
      where: { invoiceLineId, id: { notIn: [...timeEntryIds] } },
      data: { invoiceLineId: null },
    });
  }
  for (const { lineId, at, timeEntryIds } of lines) {
    const ids = [...new Set(timeEntryIds)];
    const of = { id: { in: ids }, clientId: bill.clientId, billable: true };
    const billable = { ...of, ...(bill.projectId ? { projectId: bill.projectId } : {}) };
    if ((await db.timeEntry.count({ where: billable })) !== ids.length)
      throw invalid({ [`lines.${at}.timeEntryIds`]: 'unknownHours' });
    // The condition is checked again on the row after a wait for another invoice that takes the same hours.
    const free = { ...billable, OR: [{ invoiceLineId: null }, { invoiceLineId: lineId }] };
    const { count } = await db.timeEntry.updateMany({ where: free, data: { invoiceLineId: lineId } });
    if (count !== ids.length) throw conflict('hoursBilled');
  }
}

/** Lets hours go, so that they can be billed again: those of an invoice, or of some lines. */
export async function releaseHours(
  db: WriteDb,
  of: { invoiceId: string } | { lineIds: readonly string[] },
): Promise<void> {
  const where = 'invoiceId' in of ? { line: { invoiceId: of.invoiceId } } : { invoiceLineId: { in: [...of.lineIds] } };
  if ('lineIds' in of && of.lineIds.length === 0) return;
  await db.timeEntry.updateMany({ where, data: { invoiceLineId: null } });
}
