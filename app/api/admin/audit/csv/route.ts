import { auditCsv } from '@/lib/audit/columns';
import { listAuditEntries } from '@/lib/audit/queries';
import { auditFilter } from '@/lib/audit/schemas';
import { adminUser } from '@/lib/authz/guards';
import { defineCsvRoute } from '@/lib/doors/csv-route';

export const GET = defineCsvRoute({
  summary: 'The lines of the audit trail that match as CSV, the latest first.',
  guard: adminUser,
  input: auditFilter.omit({ limit: true, cursor: true }),
  exports: 'audit_entries',
  fileName: () => 'audit-trail',
  columns: (locale) => auditCsv(locale),
  list: (db, query, filter, { tenant }) => listAuditEntries(db, { ...filter, ...query }, tenant.timeZone),
});
