import { clientUser } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { creditNoteOf } from '@/lib/invoices/credit-notes/columns';
import { listCreditNotes } from '@/lib/invoices/credit-notes/queries';
import { clientCreditNoteFilter, creditNoteSummary } from '@/lib/invoices/credit-notes/schemas';

export const GET = defineReadRoute({
  summary: "The client's credit notes, the latest first.",
  guard: clientUser,
  input: clientCreditNoteFilter,
  output: listOf(creditNoteSummary),
  run: async (db, filter) => {
    const { data, nextCursor } = await listCreditNotes(db, filter);
    return { data: data.map(creditNoteOf), nextCursor };
  },
});
