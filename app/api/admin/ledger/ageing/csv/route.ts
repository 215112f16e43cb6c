import { adminUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { defineCsvRoute } from '@/lib/doors/csv-route';
import { ageingCsv } from '@/lib/ledger/ageing/columns';
import { listAgeing } from '@/lib/ledger/ageing/queries';
import { ageingFilter } from '@/lib/ledger/ageing/schemas';

export const GET = defineCsvRoute({
  summary: 'The open invoices of all clients by the days since they were due, as CSV.',
  guard: adminUser,
  input: ageingFilter.omit({ limit: true, cursor: true }),
  exports: 'ageing',
  fileName: () => 'ageing',
  columns: (locale) => ageingCsv(locale),
  list: (db, query, _filter, { tenant }) => listAgeing(db, query, today(tenant.timeZone)),
});
