import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { appUrl } from '@/lib/db/app-url';
import { testSecret } from '@/tests/support/global-setup';

/** A database of a test file's own: `owner` (the superuser, past the wall) arranges, the portal's code uses `appUrl`. */
export type TestDatabase = { owner: pg.Client; ownerUrl: string; appUrl: string };

/**
 * Clones the migrated template for this test file, points lib/env and lib/db at the clone, and drops it after the file.
 * Call it once, at the top of the file: `const { owner } = await testDatabase();`
 */
export async function testDatabase(): Promise<TestDatabase> {
  const database = await cloneDatabase();
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
  return { ...database, owner };
}

/** A clone of the template that the caller drops. */
export async function cloneDatabase(): Promise<{ ownerUrl: string; appUrl: string; drop: () => Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const owner = new URL(inject('templateUrl'));
  const template = owner.pathname.slice(1);
  owner.pathname = `/${name}`;
  await asAdministrator((admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`));
  return {
    ownerUrl: owner.href,
    appUrl: appUrl(owner.href, testSecret),
    drop: async () =>
      void (await asAdministrator((admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}

/** An empty database, for what is about migrations themselves. */
export async function emptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `empty_${randomBytes(6).toString('hex')}`;
  const url = new URL(inject('templateUrl'));
  url.pathname = `/${name}`;
  await asAdministrator((admin) => admin.query(`CREATE DATABASE ${name}`));
  return {
    url: url.href,
    drop: async () =>
      void (await asAdministrator((admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}

/** Runs `work` as the superuser on a database that nobody clones. */
export async function asAdministrator<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const url = new URL(inject('templateUrl'));
  url.pathname = '/postgres';
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
