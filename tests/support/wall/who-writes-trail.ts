import { holdsLivePass } from '@/tests/support/wall/guest-rules';
import { any, ofMyTenant, ofMyTrail } from '@/tests/support/wall/row-rules';
import type { Rows } from '@/tests/support/wall/subject';
import { adds, both, by, type WhoWrites } from '@/tests/support/wall/write-rules';

// The audit trail and its chain (see who-writes-what.ts).

const ofNobody: Rows<'audit_entries'> = ({ actorId }) => actorId === null;
const ofNoTenant: Rows<'audit_entries'> = ({ tenantId }) => tenantId === null;
const mine = { adds: adds<'audit_entries'>(both(ofMyTenant, by('actorId'))) };

const isUnsealed: Rows<'audit_archives'> = ({ sealedAt }) => sealedAt === null;

export const trailActions = {
  audit_archives: {
    worker: {
      adds: adds(ofMyTenant, { only: ['id', 'tenantId', 'storageKey'] }),
      changes: {
        rows: both(ofMyTenant, isUnsealed),
        columns: {
          only: [
            ...(['number', 'firstPosition', 'lastPosition', 'beforeHash', 'lastHash', 'lineCount'] as const),
            ...(['firstAt', 'lastAt', 'byteSize', 'sha256', 'publicKey'] as const),
          ],
        },
      },
      removes: both(ofMyTenant, isUnsealed),
    },
    definer: { changes: { rows: isUnsealed, columns: { only: ['sealedAt'] } } },
  },
  audit_entries: {
    client: mine,
    staff: mine,
    admin: mine,
    worker: { adds: adds(both(ofMyTenant, ofNobody)) },
    guest: { adds: adds(both(both(ofMyTenant, ofNobody), holdsLivePass)) },
    platform: { adds: adds(both(ofNoTenant, by('actorId'))) },
    login: { adds: adds(any) },
    // The trigger keep_unsealed_lines: what no sealed archive covers stays.
    definer: { removes: () => false },
  },
  audit_links: {
    definer: {
      adds: { rows: any, columns: { only: ['id', 'tenantId', 'entryIds', 'digests'] } },
      // The trigger keep_audit_link: those that are committed have their place.
      changes: { rows: any, columns: { only: ['position', 'hash'] }, becomes: () => false },
      removes: () => false,
    },
  },
  audit_checks: {
    worker: {
      adds: adds(ofMyTrail),
      changes: { rows: ofMyTrail, columns: { only: ['checkedAt', 'fault', 'heldAt', 'position', 'hash'] } },
    },
  },
} satisfies Partial<WhoWrites>;
