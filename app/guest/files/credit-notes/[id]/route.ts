import { defineGuestPaperRoute } from '@/lib/doors/guest-files';
import { guestPassId } from '@/lib/guests/schemas';
import { getCreditNote } from '@/lib/invoices/credit-notes/queries';
import { drawCreditNote } from '@/lib/invoices/printed/draw';

export const GET = defineGuestPaperRoute({
  summary: 'The PDF of a credit note that a guest pass shows.',
  input: guestPassId,
  find: (db, input) => getCreditNote(db, input),
  draw: drawCreditNote,
  visited: ({ id }, { number }) => ({ place: 'file', recordId: id, name: `${number}.pdf` }),
});
