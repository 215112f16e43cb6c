import { z } from 'zod';
import { adminUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { invoiceEdit } from '@/lib/invoices/checks';
import { detailOf } from '@/lib/invoices/columns';
import { changeInvoice, deleteInvoice } from '@/lib/invoices/drafts/commands';
import { changeInvoiceInput } from '@/lib/invoices/drafts/schemas';
import { getInvoice } from '@/lib/invoices/queries';
import { invoiceDetail, invoiceId } from '@/lib/invoices/schemas';

const output = recordOf(invoiceDetail);

export const GET = defineReadRoute({
  summary: 'One invoice with its lines, taxes and what settled it.',
  guard: adminUser,
  input: invoiceId,
  output,
  edits: invoiceEdit,
  run: async (db, input, { tenant }) => ({ data: detailOf(await getInvoice(db, input, today(tenant.timeZone))) }),
});

export const PATCH = defineWriteRoute({
  summary: 'Changes the named fields of a draft; an issued invoice is a 409.',
  guard: adminUser,
  input: changeInvoiceInput,
  output,
  edits: invoiceEdit,
  run: async (db, input, actor) => {
    const changed = await changeInvoice(db, input, actor);
    return { data: detailOf(await getInvoice(db, changed, today(actor.tenant.timeZone))) };
  },
});

export const DELETE = defineWriteRoute({
  summary: 'Deletes a draft; an issued invoice is a 409.',
  guard: adminUser,
  input: invoiceId,
  output: z.null(),
  status: 204,
  run: async (db, input, actor) => {
    await deleteInvoice(db, input, actor);
    return null;
  },
});
