import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { type Matches, searching } from '@/lib/db/search';
import { creditNoteColumns, toCreditNote } from '@/lib/invoices/credit-notes/columns';
import {
  type CreditNote,
  type CreditNoteFilter,
  type CreditNoteSums,
  creditNoteOrder,
} from '@/lib/invoices/credit-notes/schemas';
import type { Page } from '@/lib/paging';

/** The tenant's credit notes, the latest first. Throws VALIDATION on `cursor`. */
export async function listTeamCreditNotes(db: ReadDb, filter: CreditNoteFilter): Promise<Page<CreditNote>> {
  const seek = creditNoteOrder.seek(filter, matching(filter, await searching(db, filter.search)));
  const rows = await db.creditNote.findMany({ ...seek, select: creditNoteColumns });
  const { data, nextCursor } = creditNoteOrder.page(rows, filter);
  return { data: data.map(toCreditNote), nextCursor };
}

/** The sums of all credit notes that match, per currency. */
export async function sumCreditNotes(db: ReadDb, filter: CreditNoteFilter): Promise<CreditNoteSums[]> {
  const rows = await db.creditNote.groupBy({
    by: ['currency'],
    where: matching(filter, await searching(db, filter.search)),
    orderBy: { currency: 'asc' },
    _sum: { totalMinor: true },
    _count: { _all: true },
  });
  return rows.map(({ currency, _sum, _count }) => ({
    ...{ currency, count: _count._all, totalMinor: _sum.totalMinor ?? 0n },
  }));
}

function matching({ clientId, invoiceId }: CreditNoteFilter, matches: Matches | null): Prisma.CreditNoteWhereInput {
  return {
    ...(clientId ? { clientId } : {}),
    ...(invoiceId ? { invoiceId } : {}),
    ...(matches ? { OR: [{ searchText: matches }, { client: { searchText: matches } }] } : {}),
  };
}
