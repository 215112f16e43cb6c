import { z } from 'zod';
import { clientUser } from '@/lib/authz/guards';
import { definePaperRoute } from '@/lib/doors/paper-route';
import { getCreditNote } from '@/lib/invoices/credit-notes/queries';
import { creditNoteId } from '@/lib/invoices/credit-notes/schemas';
import { writeCreditNoteXml } from '@/lib/invoices/printed/draw';
import { xmlFormats } from '@/lib/invoices/printed/xml-format';

export const GET = definePaperRoute({
  summary: 'The e-invoice of a credit note alone, as XML by EN 16931.',
  guard: clientUser,
  input: creditNoteId.extend({ format: z.enum(xmlFormats).default('cii') }),
  find: async (db, { id, format }) => ({ note: await getCreditNote(db, { id }), format }),
  draw: writeCreditNoteXml,
  hasLogo: false,
});
