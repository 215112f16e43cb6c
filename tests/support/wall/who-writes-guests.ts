import { holdsLivePass } from '@/tests/support/wall/guest-rules';
import { mine, ofMyClient, ofMyTenant } from '@/tests/support/wall/row-rules';
import { type Me, same } from '@/tests/support/wall/subject';
import type { World } from '@/tests/support/wall/world';
import { adds, both, revoked, type WhoWrites } from '@/tests/support/wall/write-rules';

// Part of who-writes-what.ts: the passes that people of clients hand out.

const isMyPass = both(mine, ofMyClient);
const isAllowed = ({ tenantId }: { tenantId: string }, me: Me, world: World) =>
  same(tenantId, me.tenantId) &&
  world.tenants.some(({ id, guestPassesEnabled }) => id === tenantId && guestPassesEnabled);

export const guestActions = {
  guest_passes: {
    client: {
      adds: adds(both(isMyPass, isAllowed), { except: ['createdAt', 'revokedAt', 'hasPassword'] }),
      changes: { rows: isMyPass, columns: { only: ['revokedAt'] }, becomes: revoked },
    },
    admin: { changes: { rows: ofMyTenant, columns: { only: ['revokedAt'] }, becomes: revoked } },
  },
  guest_pass_projects: {
    client: {
      adds: adds(({ passId }, me, world) =>
        world.guest_passes.some((pass) => pass.id === passId && isMyPass(pass, me, world)),
      ),
    },
  },
  guest_visits: {
    guest: {
      adds: adds(({ passId }, me, world) => same(passId, me.guestId ?? null) && holdsLivePass(null, me, world), {
        except: ['createdAt'],
      }),
    },
  },
} satisfies Partial<WhoWrites>;
