import { describe, expect, inject, test } from 'vitest';
import { verifyPassword } from '@/lib/auth/passwords';
import { demoPassword } from '@/prisma/seed/index';
import { inOneTransaction } from '@/prisma/seed/transaction';
import { createDatabase, testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { seedDemo } from '@/tests/support/processes/demo';

const { owner, appUrl } = await testDatabase();
const { folder, stored, spooled } = await testStorage();
const seed = (now?: Date, url = appUrl) => seedDemo(url, { folder, ...(now ? { now } : {}) });

/** Query rows read as the superuser, past the wall. */
async function rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
  return (await owner.query(sql, values)).rows;
}

async function column(sql: string): Promise<unknown[]> {
  return (await rows<Record<string, unknown>>(sql)).map((row) => Object.values(row)[0]);
}

const tables = (await column(
  `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '_prisma_migrations'`,
)) as string[];

async function census(): Promise<Record<string, number>> {
  const counts = tables.map((table) => `select '${table}' as name, count(*)::int as size from ${table}`);
  const found = await rows<{ name: string; size: number }>(counts.join(' union all '));
  return Object.fromEntries(found.map(({ name, size }) => [name, size]));
}

// First a failure in the seed's last step: it must leave the database empty for the next run.
await owner.query(`create function stumble() returns trigger language plpgsql as $$ begin raise 'stumbled'; end $$`);
await owner.query(
  `create trigger stumble before insert on audit_entries for each row when (new.action = 'invoice.voided') execute function stumble()`,
);
const failure = await seed().catch((error: unknown) => error);
const afterFailure = await census();
const filesAfterFailure = [...(await stored()), ...(await spooled())];
await owner.query('drop function stumble cascade');

const seeded = await seed();

describe('seeding the demo', () => {
  test('leaves nothing behind when it fails halfway, and works the next time', () => {
    expect(failure).toBeInstanceOf(Error);
    expect(Object.values(afterFailure).every((size) => size === 0)).toBe(true);
    expect(filesAfterFailure).toEqual([]);
    expect(seeded).toBe(true);
  });

  test('stores small stand-ins where it is not given the demo’s own photos and documents, so that tests start soon', async () => {
    const [size] = await rows<{ largest: number; all: number }>(
      'select max(byte_size)::int as largest, sum(byte_size)::int as all from stored_files',
    );
    expect(size?.largest).toBeLessThan(50_000);
    expect(size?.all).toBeLessThan(500_000);
  });

  test('does nothing in a database where there is somebody', async () => {
    const [before, files] = [await census(), await stored()];
    expect(await seed()).toBe(false);
    expect(await census()).toEqual(before);
    expect(await stored()).toEqual(files);
  });

  test('works on a Sunday, on the day the clocks change and in a leap year', async () => {
    for (const now of ['2027-03-28T01:30:00Z', '2028-02-29T23:45:00Z']) {
      const another = await createDatabase(inject('templateUrl'));
      expect(await seed(new Date(now), another.appUrl)).toBe(true);
      await another.drop();
    }
  });

  test('fills every table that does not belong to a running portal', async () => {
    const empty = Object.entries(await census()).flatMap(([table, size]) => (size === 0 ? [table] : []));
    expect(empty.sort()).toEqual([
      'api_tokens',
      'audit_archives',
      'audit_checks',
      'client_exports',
      'document_pictures', // drawn from the demo's own documents, which this seed goes without
      'erasures',
      'idempotency_keys',
      'import_problems',
      'import_records',
      'imports',
      'jobs',
      'ledger_checks',
      'mail_items', // planned for what comes to be told while the portal runs
      'mail_preferences',
      'mails',
      'received_mails',
      'reply_addresses',
      'schedule_runs',
      'security_notices',
      'sessions',
      'statement_prints',
      'throttle_counters',
      'user_links',
      'work_timers',
    ]);
  });

  test('puts nothing into the future but plans, and nobody before their business', async () => {
    // The search dates a phase by its plan.
    for (const table of tables.filter((name) => !['number_sequences', 'search_entries'].includes(name))) {
      const stamps = (await column(
        `select column_name from information_schema.columns where table_name = '${table}' and data_type like 'timestamp%' and column_name <> 'expires_at'`,
      )) as string[];
      for (const stamp of stamps)
        expect(await column(`select count(*)::int from ${table} where ${stamp} > now()`), `${table}.${stamp}`).toEqual([
          0,
        ]);
    }
    expect(
      await column(
        'select u.email from users u join tenants t on t.id = u.tenant_id where u.created_at < t.created_at',
      ),
    ).toEqual([]);
  });
});

describe('the people of the demo', () => {
  test('two businesses, each with its currency and time zone', async () => {
    expect(await rows('select slug, name, currency, time_zone from tenants order by slug')).toEqual([
      { slug: 'harbor-pine', name: 'Harbor & Pine Builders', currency: 'EUR', time_zone: 'Europe/Lisbon' },
      { slug: 'kestrel', name: 'Kestrel Studio', currency: 'USD', time_zone: 'America/New_York' },
    ]);
  });

  test('exactly the eight accounts of the specification', async () => {
    const people = await rows(
      `select u.email, u.user_type as type, t.slug, c.name as client, u.client_portal_enabled as portal from users u
       left join tenants t on t.id = u.tenant_id left join clients c on c.id = u.client_id order by u.email`,
    );
    expect(people).toEqual([
      { email: 'admin@harborpine.example', type: 'admin', slug: 'harbor-pine', client: null, portal: false },
      { email: 'admin@kestrel.example', type: 'admin', slug: 'kestrel', client: null, portal: false },
      { email: 'jane@okafor.example', type: 'client', slug: 'harbor-pine', client: 'Okafor residence', portal: true },
      { email: 'lena@bright.example', type: 'client', slug: 'kestrel', client: 'Bright Foods', portal: true },
      { email: 'ravi@rao.example', type: 'client', slug: 'harbor-pine', client: 'Rao villa', portal: true },
      { email: 'sam@okafor.example', type: 'client', slug: 'harbor-pine', client: 'Okafor residence', portal: true },
      { email: 'staff@harborpine.example', type: 'staff', slug: 'harbor-pine', client: null, portal: false },
      { email: 'super@oriel.example', type: 'super_admin', slug: null, client: null, portal: false },
    ]);
  });

  test('all with the password of the demo', async () => {
    const hashes = (await column('select password_hash from users left join credentials on user_id = id')) as string[];
    expect(hashes).toHaveLength(8);
    for (const hash of new Set(hashes)) expect(await verifyPassword(hash, demoPassword, 'visitors')).toBe(true);
  });

  test.each([
    ['jane@okafor.example', ['Garden pavilion', 'Kitchen renovation', 'Okafor residence: new house']],
    ['sam@okafor.example', ['Garden pavilion', 'Kitchen renovation', 'Okafor residence: new house']],
    ['ravi@rao.example', ['Pool terrace and garden walls', 'Rao villa restoration']],
    ['lena@bright.example', ['Annual report', 'Brand identity', 'Packaging: oat range', 'Trade fair stand']],
  ])('%s sees precisely their own projects through the wall', async (email, names) => {
    const [me] = await rows<{ userId: string; clientId: string; tenantId: string }>(
      'select id as "userId", client_id as "clientId", tenant_id as "tenantId" from users where email = $1',
      [email],
    );
    const seen = await inOneTransaction(appUrl, (as) =>
      as({ role: 'oriel_client', ...me }, (db) =>
        db.project.findMany({ select: { name: true }, orderBy: { name: 'asc' } }),
      ),
    );
    expect(seen.map(({ name }) => name)).toEqual(names);
  });
});
