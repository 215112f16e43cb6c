import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { appUrl } from '@/lib/db/app-url';
import { testSecret } from '@/tests/support/database/global-setup';

/** A database of a test file's own: `owner` (the superuser, past the wall) arranges, the portal's code uses `appUrl`. */
export type TestDatabase = { owner: pg.Client; ownerUrl: string; appUrl: string };

/**
 * Clones the migrated template for this test file, points lib/env and lib/db at the clone, and drops it after the file.
 * Call it once, at the top of the file: `const { owner } = await testDatabase();`
 */
export async function testDatabase(): Promise<TestDatabase> {
  const database = await createDatabase(inject('templateUrl'));
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

/** Runs `work` as the superuser on a database that nobody clones. */
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
