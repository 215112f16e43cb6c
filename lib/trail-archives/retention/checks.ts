import type { AdminActor } from '@/lib/authz/actor';
import { defineEdit } from '@/lib/edits/edit';
import { getRetention } from '@/lib/trail-archives/queries';
import type { Retention } from '@/lib/trail-archives/schemas';

/** The form that says for how long the audit trail is kept. */
export const retentionEdit = defineEdit<unknown, AdminActor, Retention>({
  table: 'tenants',
  id: (_, { tenantId }) => tenantId,
  read: (db, _, actor) => getRetention(db, actor),
  fields: ({ auditRetentionYears }) => ({ auditRetentionYears }),
  events: { record: 'tenant', names: ['settings.retention_changed'] },
});
