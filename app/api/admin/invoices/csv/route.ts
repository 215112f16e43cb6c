import { adminUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { defineCsvRoute } from '@/lib/doors/csv-route';
import { invoiceCsv } from '@/lib/invoices/export/columns';
import { invoiceFilter } from '@/lib/invoices/schemas';
import { listTeamInvoices } from '@/lib/invoices/team-queries';

export const GET = defineCsvRoute({
  summary: 'The invoices that match as CSV, the latest draft first.',
  guard: adminUser,
  input: invoiceFilter.omit({ limit: true, cursor: true }),
  exports: 'invoices',
  fileName: () => 'invoices',
  columns: (locale) => invoiceCsv(locale),
  list: (db, query, filter, { tenant }) => listTeamInvoices(db, { ...filter, ...query }, today(tenant.timeZone)),
});
