import type pg from 'pg';
import { type Choose, seedPlatform, seedTenant } from '@/tests/support/wall/random-tenant';
import { loadWorld, type World } from '@/tests/support/wall/world';

/** Goes through the choices in turn and takes the least of everything, so that every run plants the same small world. */
function inTurn(): Choose {
  let turn = 0;
  return {
    one: (choices) => {
      const choice = choices[turn++ % choices.length];
      if (choice === undefined) throw new Error('Nothing to choose from');
      return choice;
    },
    count: (least) => least,
  };
}

/** Three businesses, one of them suspended, and the platform; the same in every run. */
export async function seedFixedWorld(owner: pg.Client): Promise<World> {
  const choose = inTurn();
  await seedPlatform(owner);
  await seedTenant(owner, choose, { status: 'active', showcaseEnabled: true });
  await seedTenant(owner, choose, { status: 'active', showcaseEnabled: false });
  await seedTenant(owner, choose, { status: 'suspended', showcaseEnabled: true });
  return loadWorld(owner);
}
