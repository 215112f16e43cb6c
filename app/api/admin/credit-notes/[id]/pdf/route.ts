import { adminUser } from '@/lib/authz/guards';
import { definePaperRoute } from '@/lib/doors/paper-route';
import { getCreditNote } from '@/lib/invoices/credit-notes/queries';
import { creditNoteId } from '@/lib/invoices/credit-notes/schemas';
import { drawCreditNote } from '@/lib/invoices/printed/draw';

export const GET = definePaperRoute({
  summary: 'The PDF of a credit note, with its e-invoice inside where both addresses allow one.',
  guard: adminUser,
  input: creditNoteId,
  find: (db, input) => getCreditNote(db, input),
  draw: drawCreditNote,
});
