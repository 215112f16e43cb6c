import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { creditNoteOf, creditNoteSumsOf, fullCreditNoteOf } from '@/lib/invoices/credit-notes/columns';
import { issueCreditNote } from '@/lib/invoices/credit-notes/commands';
import { getCreditNote } from '@/lib/invoices/credit-notes/queries';
import {
  creditNoteDetail,
  creditNoteFilter,
  issueCreditNoteInput,
  teamCreditNotes,
} from '@/lib/invoices/credit-notes/schemas';
import { listTeamCreditNotes, sumCreditNotes } from '@/lib/invoices/credit-notes/team-queries';
import { withFonts } from '@/lib/invoices/printed/missing-letters';

export const GET = defineReadRoute({
  summary: "The business's credit notes, the latest first, with sums over all that match.",
  guard: adminUser,
  input: creditNoteFilter,
  output: teamCreditNotes,
  run: async (db, filter) => {
    const { data, nextCursor } = await listTeamCreditNotes(db, filter);
    const totals = (await sumCreditNotes(db, filter)).map(creditNoteSumsOf);
    return { data: data.map(creditNoteOf), nextCursor, totals };
  },
});

export const POST = defineWriteRoute({
  summary: 'Issues a credit note for all or part of an issued invoice, and posts it to the account of the client.',
  guard: adminUser,
  input: issueCreditNoteInput,
  output: recordOf(creditNoteDetail),
  status: 201,
  idempotent: true,
  prepare: withFonts,
  run: async (db, input, actor) => {
    return { data: fullCreditNoteOf(await getCreditNote(db, await issueCreditNote(db, input, actor))) };
  },
});
