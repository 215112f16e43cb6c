import type pg from 'pg';
import { type Choose, seedPlatform, seedTenant } from '@/tests/support/wall/random-tenant';
import { loadWorld, type World } from '@/tests/support/wall/world';

/** Cycles through the choices and uses the lowest count, so that every run inserts the same small world. */
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

/** Inserts three tenants, one of them suspended, and the platform's rows; the same in every run. */
export async function seedFixedWorld(owner: pg.Client): Promise<World> {
  const choose = inTurn();
  await seedPlatform(owner);
  await seedTenant(owner, choose, { status: 'active', showcaseEnabled: true });
  await seedTenant(owner, choose, { status: 'active', showcaseEnabled: false });
  await seedTenant(owner, choose, { status: 'suspended', showcaseEnabled: true });
  return loadWorld(owner);
}
