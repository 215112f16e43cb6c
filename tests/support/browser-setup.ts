import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { appUrl } from '@/lib/db/app-url';
import { seed } from '@/prisma/seed/index';
import { build, isBuilt } from '@/scripts/launch/build';
import startDatabase, { testSecret } from '@/tests/support/global-setup';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The superuser's address on the template database with the demo's data. */
    seededUrl: string;
  }
}

/** For browser tests: the database server, a template with the demo's data, and the portal built for production. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stopDatabase = await startDatabase(project);
  try {
    project.provide('seededUrl', await seedTemplate(project.getProvidedContext().templateUrl));
    if (!(await isBuilt())) await build();
    return stopDatabase;
  } catch (error) {
    await stopDatabase();
    throw error;
  }
}

async function seedTemplate(templateUrl: string): Promise<string> {
  const url = new URL(templateUrl);
  const template = url.pathname.slice(1);
  url.pathname = '/postgres';
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`CREATE DATABASE seeded TEMPLATE ${template}`);
  await admin.end();
  url.pathname = '/seeded';
  await seed(appUrl(url.href, testSecret));
  return url.href;
}
