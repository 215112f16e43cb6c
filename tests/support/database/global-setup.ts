import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '@/lib/db/embedded';
import { deploy } from '@/lib/db/migrations';
import { appPassword } from '@/lib/secret';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The superuser's address on the template database, which test files clone. */
    templateUrl: string;
  }
}

/** The signing key of every test. */
export const testSecret = 'a-test-secret-that-is-long-enough-0123456789';

const prefix = 'oriel-test-';
// Faster but not crash-safe: test data need not survive a power cut.
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/** Starts one PostgreSQL for the whole run, in its own folder, with the migrated template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepAbandoned();
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  const server = await openEmbedded(folder, { settings });
  await deploy(server.url, { appPassword: appPassword(testSecret) });
  project.provide('templateUrl', server.url);
  return async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
}

/** Clones a database of the server under a new name and returns the superuser's address on the clone. */
export async function cloneDatabase(templateUrl: string, name: string): Promise<string> {
  const url = new URL(templateUrl);
  const template = url.pathname.slice(1);
  url.pathname = '/postgres';
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  await admin.end();
  url.pathname = `/${name}`;
  return url.href;
}

/** Stops the servers of killed runs and removes their folders. */
async function sweepAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix) || isRunning(Number(name.slice(prefix.length).split('-', 1).join()))) continue;
    const folder = join(tmpdir(), name);
    await openEmbedded(folder).then(
      (server) => server.close(),
      () => undefined,
    );
    await rm(folder, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
