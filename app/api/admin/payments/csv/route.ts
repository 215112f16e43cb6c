import { adminUser } from '@/lib/authz/guards';
import { defineCsvRoute } from '@/lib/doors/csv-route';
import { paymentCsv } from '@/lib/invoices/export/columns';
import { paymentFilter } from '@/lib/invoices/payments/schemas';
import { listPayments } from '@/lib/invoices/payments/team-queries';

export const GET = defineCsvRoute({
  summary: 'The payments that match as CSV, the latest first.',
  guard: adminUser,
  input: paymentFilter.omit({ limit: true, cursor: true }),
  exports: 'payments',
  fileName: () => 'payments',
  columns: (locale) => paymentCsv(locale),
  list: (db, query, filter) => listPayments(db, { ...filter, ...query }),
});
