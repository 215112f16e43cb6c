import { type ReadRules, sees } from '@/tests/support/wall/read-rules';
import { any, mine, ofMyClient, ofMyTenant } from '@/tests/support/wall/row-rules';
import type { Rows } from '@/tests/support/wall/subject';
import { both } from '@/tests/support/wall/write-rules';

// Part of who-sees-what.ts: the passes that people of clients hand out. A guest reads none of these tables.

const isMyPass = both(mine, ofMyClient);
const ofMyPass: Rows<'guest_visits'> = ({ passId }, me, world) =>
  world.guest_passes.some((pass) => pass.id === passId && isMyPass(pass, me, world));

export const whoSeesGuests = {
  guest_passes: {
    says: 'My own, of my present client, without their secrets; admins those of the business.',
    client: sees(isMyPass, { except: ['tokenHash', 'passwordHash'] }),
    admin: sees(ofMyTenant, { except: ['tokenHash', 'passwordHash'] }),
    login: sees(any),
    definer: sees(any, {
      only: ['id', 'tenantId', 'clientId', 'userId', 'sections', 'expiresAt', 'revokedAt'],
    }),
  },
  guest_pass_projects: {
    says: 'With the pass.',
    client: sees(({ passId }, me, world) =>
      world.guest_passes.some((pass) => pass.id === passId && isMyPass(pass, me, world)),
    ),
    admin: sees(ofMyTenant),
    definer: sees(any, { only: ['passId', 'projectId'] }),
  },
  guest_visits: { says: 'What the holders of my passes looked at; nobody else reads that.', client: sees(ofMyPass) },
} satisfies Partial<ReadRules>;
