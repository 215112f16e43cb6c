import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { fullCreditNoteOf } from '@/lib/invoices/credit-notes/columns';
import { getCreditNote } from '@/lib/invoices/credit-notes/queries';
import { creditNoteDetail, creditNoteId } from '@/lib/invoices/credit-notes/schemas';

export const GET = defineReadRoute({
  summary: 'One credit note with its lines and taxes.',
  guard: adminUser,
  input: creditNoteId,
  output: recordOf(creditNoteDetail),
  run: async (db, input) => ({ data: fullCreditNoteOf(await getCreditNote(db, input)) }),
});
