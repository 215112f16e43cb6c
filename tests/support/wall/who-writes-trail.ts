import { holdsLivePass } from '@/tests/support/wall/guest-rules';
import { any, ofMyTenant, ofMyTrail } from '@/tests/support/wall/row-rules';
import type { Rows } from '@/tests/support/wall/subject';
import { adds, both, by, type WhoWrites } from '@/tests/support/wall/write-rules';

// The audit trail and its chain (see who-writes-what.ts).

const ofNobody: Rows<'audit_entries'> = ({ actorId }) => actorId === null;
const ofNoTenant: Rows<'audit_entries'> = ({ tenantId }) => tenantId === null;
const mine = { adds: adds<'audit_entries'>(both(ofMyTenant, by('actorId'))) };

export const trailActions = {
  audit_entries: {
    client: mine,
    staff: mine,
    admin: mine,
    worker: { adds: adds(both(ofMyTenant, ofNobody)) },
    guest: { adds: adds(both(both(ofMyTenant, ofNobody), holdsLivePass)) },
    platform: { adds: adds(both(ofNoTenant, by('actorId'))) },
    login: { adds: adds(any) },
  },
  audit_links: {
    definer: {
      adds: { rows: any, columns: { only: ['id', 'tenantId', 'entryIds', 'digests'] } },
      // The trigger keep_audit_link: those that are committed have their place.
      changes: { rows: any, columns: { only: ['position', 'hash'] }, becomes: () => false },
    },
  },
  audit_checks: {
    worker: {
      adds: adds(ofMyTrail),
      changes: { rows: ofMyTrail, columns: { only: ['checkedAt', 'fault', 'heldAt', 'position', 'hash'] } },
    },
  },
} satisfies Partial<WhoWrites>;
