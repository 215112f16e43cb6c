import type { AdminActor } from '@/lib/authz/actor';
import { defineEdit } from '@/lib/edits/edit';
import type { Targets } from '@/lib/support/rule';
import { getTargets } from '@/lib/support/settings/team-queries';

/** The form of the targets. */
export const targetsEdit = defineEdit<unknown, AdminActor, Targets>({
  table: 'tenants',
  id: (_, { tenantId }) => tenantId,
  read: (db, _, actor) => getTargets(db, actor),
  fields: ({ firstResponseHours, resolutionHours }) => ({ firstResponseHours, resolutionHours }),
  events: { record: 'tenant', names: ['settings.support_changed'] },
});
