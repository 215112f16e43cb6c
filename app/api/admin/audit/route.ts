import { listAuditEntries } from '@/lib/audit/queries';
import { auditEntry, auditFilter } from '@/lib/audit/schemas';
import { adminUser } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';

export const GET = defineReadRoute({
  summary: "The business's audit trail, the latest line first.",
  guard: adminUser,
  input: auditFilter,
  output: listOf(auditEntry),
  run: (db, filter, actor) => listAuditEntries(db, filter, actor.tenant.timeZone),
});
