import { today } from '@/lib/dates';
import { defineGuestPaperRoute } from '@/lib/doors/guest-files';
import { guestPassId } from '@/lib/guests/schemas';
import { drawInvoice } from '@/lib/invoices/printed/draw';
import { getInvoice } from '@/lib/invoices/queries';

export const GET = defineGuestPaperRoute({
  summary: 'The PDF of an invoice that a guest pass shows.',
  input: guestPassId,
  find: (db, input, { tenant }) => getInvoice(db, input, today(tenant.timeZone), 'guest'),
  draw: drawInvoice,
  visited: ({ id }, { number }) => ({ place: 'file', recordId: id, name: `${number}.pdf` }),
});
