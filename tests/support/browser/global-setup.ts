import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { appUrl } from '@/lib/db/app-url';
import { launchEnv } from '@/lib/env';
import { seed } from '@/prisma/seed/index';
import { build, isBuilt } from '@/scripts/launch/build';
import startDatabase, { testSecret } from '@/tests/support/database/global-setup';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The superuser's address on the template database with the demo's data. */
    seededUrl: string;
    /** The data folder in which its files are. */
    seededFolder: string;
  }
}

/** For browser tests: the database server, a template with the demo's data, and the portal built for production. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stopDatabase = await startDatabase(project);
  const folder = await mkdtemp(join(tmpdir(), 'oriel-files-'));
  const stop = async () => {
    await stopDatabase();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    project.provide('seededUrl', await seedTemplate(project.getProvidedContext().templateUrl, folder));
    project.provide('seededFolder', folder);
    if (!(await isBuilt())) await build();
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function seedTemplate(templateUrl: string, folder: string): Promise<string> {
  const url = new URL(templateUrl);
  const template = url.pathname.slice(1);
  url.pathname = '/postgres';
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`CREATE DATABASE seeded TEMPLATE ${template}`);
  await admin.end();
  url.pathname = '/seeded';
  const { storage } = launchEnv({ ORIEL_DATA_DIR: folder });
  await seed({ appDatabaseUrl: appUrl(url.href, testSecret), storage });
  return url.href;
}
