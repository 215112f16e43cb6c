import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { appUrl } from '@/lib/db/app-url';
import { testSecret } from '@/tests/support/database/global-setup';

/** The database of one test file: `owner` (the superuser, past the wall) inserts rows, the portal's code uses `appUrl`. */
export type TestDatabase = { owner: pg.Client; ownerUrl: string; appUrl: string };

/**
 * Clones the migrated template for this test file, points lib/env and lib/db at the clone, and drops it after the file.
 * Call it once, at the top of the file: `const { owner } = await testDatabase();`
 */
export function testDatabase(): Promise<TestDatabase> {
  return testClone(inject('templateUrl'));
}

/** `testDatabase` with the rows of the demo, without its files. The first caller of the run seeds them, the others clone. */
export async function seededDatabase(): Promise<TestDatabase> {
  return testClone(await seededTemplate());
}

async function testClone(templateUrl: string): Promise<TestDatabase> {
  const database = await createDatabase(templateUrl);
  process.env.ORIEL_SECRET = testSecret;
  process.env.ORIEL_APP_DATABASE_URL = database.appUrl;
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  afterAll(async () => {
    await owner.end();
    const { prisma } = await import('@/lib/db/client');
    await prisma.$disconnect();
    await database.drop();
  });
  return { ownerUrl: database.ownerUrl, appUrl: database.appUrl, owner };
}

export type CreatedDatabase = { ownerUrl: string; appUrl: string; drop: () => Promise<void> };

/** A clone of a template database, or an empty one, that the caller drops. */
export async function createDatabase(templateUrl?: string): Promise<CreatedDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = templateUrl ? new URL(templateUrl).pathname.slice(1) : 'template0';
  await asAdministrator((admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`));
  const ownerUrl = urlOf(name);
  const drop = () => asAdministrator((admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return { ownerUrl, appUrl: appUrl(ownerUrl, testSecret), drop: async () => void (await drop()) };
}

/** The address of the template with the demo's rows; the first caller seeds it while the others wait for the lock. */
async function seededTemplate(): Promise<string> {
  await asAdministrator(async (admin) => {
    await admin.query("select pg_advisory_lock(hashtext('seeded template'))"); // released with the connection
    const { rowCount } = await admin.query("select from pg_database where datname = 'demo_rows'");
    if (rowCount) return;
    const { seedDemo } = await import('@/tests/support/processes/demo'); // slow to import, and most test files do not need it
    const database = await createDatabase(inject('templateUrl'));
    await seedDemo(database.appUrl);
    const { pathname } = new URL(database.ownerUrl);
    await admin.query(`ALTER DATABASE ${pathname.slice(1)} RENAME TO demo_rows`);
  });
  return urlOf('demo_rows');
}

/** Runs `work` as the superuser in the database `postgres`, because a template must have no connections when cloned. */
export async function asAdministrator<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: urlOf('postgres') });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(inject('templateUrl'));
  url.pathname = `/${database}`;
  return url.href;
}
