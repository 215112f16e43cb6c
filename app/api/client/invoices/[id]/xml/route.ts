import { z } from 'zod';
import { clientUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { definePaperRoute } from '@/lib/doors/paper-route';
import { writeInvoiceXml } from '@/lib/invoices/printed/draw';
import { xmlFormats } from '@/lib/invoices/printed/xml-format';
import { getInvoice } from '@/lib/invoices/queries';
import { invoiceId } from '@/lib/invoices/schemas';

import { noteOpening } from '@/lib/openings/commands';

export const GET = definePaperRoute({
  summary: 'The e-invoice of an issued invoice alone, as XML by EN 16931.',
  guard: clientUser,
  input: invoiceId.extend({ format: z.enum(xmlFormats).default('cii') }),
  find: async (db, { id, format }, { tenant }) => ({
    invoice: await getInvoice(db, { id }, today(tenant.timeZone)),
    format,
  }),
  draw: writeInvoiceXml,
  record: (db, { id }, actor) => noteOpening(db, { type: 'invoice', id }, 'downloaded', actor),
  hasLogo: false,
});
