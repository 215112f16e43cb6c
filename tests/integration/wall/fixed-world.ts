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

/** Inserts four tenants, one of them suspended, and the platform's rows; the same in every run. */
export async function seedFixedWorld(owner: pg.Client): Promise<World> {
  const choose = inTurn();
  await seedPlatform(owner);
  await seedTenant(owner, choose, { status: 'active', showcaseEnabled: true, showcaseProjectNames: true });
  await seedTenant(owner, choose, { status: 'active', showcaseEnabled: false });
  await seedTenant(owner, choose, { status: 'suspended', showcaseEnabled: true, showcaseProjectNames: true });
  const last = await seedTenant(owner, choose, {
    status: 'active',
    showcaseEnabled: true,
    showcaseProjectNames: false,
    guestPassesEnabled: false,
  });
  // Without these settings, so that its admins can add them.
  for (const table of ['billing_settings', 'support_settings'])
    await owner.query(`delete from ${table} where tenant_id = $1`, [last.id]);
  // A project without a photo, in the tenant whose showcase names projects.
  await owner.query(
    `insert into projects (id, tenant_id, client_id, name, status, updated_at)
     select gen_random_uuid(), p.tenant_id, p.client_id, 'Without photos', p.status, now() from projects p
     join tenants t on t.id = p.tenant_id where t.showcase_project_names and t.showcase_enabled and t.status = 'active' limit 1`,
  );
  return loadWorld(owner);
}
