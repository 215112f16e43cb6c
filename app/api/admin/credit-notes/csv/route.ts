import { adminUser } from '@/lib/authz/guards';
import { defineCsvRoute } from '@/lib/doors/csv-route';
import { creditNoteFilter } from '@/lib/invoices/credit-notes/schemas';
import { listTeamCreditNotes } from '@/lib/invoices/credit-notes/team-queries';
import { creditNoteCsv } from '@/lib/invoices/export/columns';

export const GET = defineCsvRoute({
  summary: 'The credit notes that match as CSV, the latest first.',
  guard: adminUser,
  input: creditNoteFilter.omit({ limit: true, cursor: true }),
  exports: 'credit_notes',
  fileName: () => 'credit-notes',
  columns: (locale) => creditNoteCsv(locale),
  list: (db, query, filter) => listTeamCreditNotes(db, { ...filter, ...query }),
});
