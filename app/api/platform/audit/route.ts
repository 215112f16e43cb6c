import { listAuditEntries } from '@/lib/audit/queries';
import { auditEntry, auditFilter } from '@/lib/audit/schemas';
import { platformUser } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';

export const GET = defineReadRoute({
  summary: "The operator's own audit trail, the latest line first; no business's.",
  guard: platformUser,
  input: auditFilter,
  output: listOf(auditEntry),
  run: (db, filter) => listAuditEntries(db, filter, 'UTC'),
});
