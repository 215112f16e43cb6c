import { adminUser } from '@/lib/authz/guards';
import { defineCsvRoute } from '@/lib/doors/csv-route';
import { refundCsv } from '@/lib/invoices/export/columns';
import { refundFilter } from '@/lib/invoices/refunds/schemas';
import { listRefunds } from '@/lib/invoices/refunds/team-queries';

export const GET = defineCsvRoute({
  summary: 'The refunds that match as CSV, the latest first.',
  guard: adminUser,
  input: refundFilter.omit({ limit: true, cursor: true }),
  exports: 'refunds',
  fileName: () => 'refunds',
  columns: (locale) => refundCsv(locale),
  list: (db, query, filter) => listRefunds(db, { ...filter, ...query }),
});
