import { clientUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { definePaperRoute } from '@/lib/doors/paper-route';
import { drawInvoice } from '@/lib/invoices/printed/draw';
import { getInvoice } from '@/lib/invoices/queries';
import { invoiceId } from '@/lib/invoices/schemas';

import { noteOpening } from '@/lib/openings/commands';

export const GET = definePaperRoute({
  summary: 'The PDF of an issued invoice, with its e-invoice inside where both addresses allow one.',
  guard: clientUser,
  input: invoiceId,
  find: (db, input, { tenant }) => getInvoice(db, input, today(tenant.timeZone)),
  draw: drawInvoice,
  record: (db, { id }, actor) => noteOpening(db, { type: 'invoice', id }, 'downloaded', actor),
});
