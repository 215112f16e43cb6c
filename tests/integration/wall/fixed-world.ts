import type pg from 'pg';
import { type Choose, seedPlatform, seedTenant } from '@/tests/support/wall/random-tenant';
import { loadWorld, type World } from '@/tests/support/wall/world';

/** Cycles through the choices and uses the lowest count, so that every run inserts the same small world. */
export function inTurn(): Choose {
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
  const dateHistoryShown = true;
  await seedTenant(owner, choose, {
    ...{ status: 'active', showcaseEnabled: true, showcaseProjectNames: true, dateHistoryShown },
  });
  await seedTenant(owner, choose, { status: 'active', showcaseEnabled: false, dateHistoryShown: false });
  await seedTenant(owner, choose, { status: 'suspended', showcaseEnabled: true, showcaseProjectNames: true });
  const last = await seedTenant(owner, choose, {
    status: 'active',
    showcaseEnabled: true,
    showcaseProjectNames: false,
    dateHistoryShown,
    guestPassesEnabled: false,
  });
  // Every other project of a tenant keeps the history of its dates to itself, in the last tenant the others.
  await owner.query(
    `update projects p set date_history_shown = (n % 2 = 1) <> (p.tenant_id = $1)
     from (select id, row_number() over (partition by tenant_id order by id) as n from projects) numbered where numbered.id = p.id`,
    [last.id],
  );
  // Without these settings, so that its admins can add them.
  for (const table of ['billing_settings', 'support_settings'])
    await owner.query(`delete from ${table} where tenant_id = $1`, [last.id]);
  // A project without a photo, in the tenant whose showcase names projects.
  await owner.query(
    `insert into projects (id, tenant_id, client_id, name, status, updated_at)
     select gen_random_uuid(), p.tenant_id, p.client_id, 'Without photos', p.status, now() from projects p
     join tenants t on t.id = p.tenant_id where t.showcase_project_names and t.showcase_enabled and t.status = 'active' limit 1`,
  );
  // Passes and archives from before their people came to their present client, with a visit.
  const moved = `from users u join clients o on o.id = u.client_id and o.is_active join tenants t on t.id = u.tenant_id and t.status = 'active'
    cross join lateral (select id from clients x where x.tenant_id = u.tenant_id and x.id <> u.client_id order by id limit 1) c
    where u.is_active and u.client_portal_enabled order by u.id limit 6`;
  await owner.query(
    `with former as (
       insert into guest_passes (id, tenant_id, client_id, user_id, label, sections, token_hash, expires_at)
       select gen_random_uuid(), u.tenant_id, c.id, u.id, 'former', '{photos}', sha256(gen_random_uuid()::text::bytea), now() + interval '5 days'
       ${moved} returning *)
     insert into guest_visits (id, tenant_id, user_id, pass_id, place) select gen_random_uuid(), tenant_id, user_id, id, 'overview' from former`,
  );
  await owner.query(
    `insert into client_exports (id, tenant_id, client_id, user_id, asked_by_id, asked_by_name, state)
     select gen_random_uuid(), u.tenant_id, c.id, u.id, u.id, u.name, 'failed' ${moved}`,
  );
  return loadWorld(owner);
}
