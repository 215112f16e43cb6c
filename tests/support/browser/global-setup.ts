import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { appUrl } from '@/lib/db/app-url';
import { launchEnv } from '@/lib/env';
import { seed } from '@/prisma/seed/index';
import { build, isBuilt } from '@/scripts/launch/build';
import startDatabase, { cloneDatabase, testSecret } from '@/tests/support/database/global-setup';
import { type PortalAddresses, startPortal } from '@/tests/support/processes/portal-process';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The superuser's address on a database with the demo's data, which test files clone and never change. */
    seededUrl: string;
    /** The data folder of the demo's files, which test files copy and never change. */
    seededFolder: string;
    /** The portal that test files share. */
    sharedPortal: PortalAddresses;
  }
}

/** Once per run: the database server, the demo's data, the production build of the portal, and one portal to share. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const undo: (() => Promise<unknown>)[] = [await startDatabase(project)];
  const stop = async () => {
    for (const step of undo.reverse()) await step();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'oriel-files-'));
    undo.push(() => rm(folder, { recursive: true, force: true }));
    const { templateUrl } = project.getProvidedContext();
    const [seededUrl] = await allSettled(seedDatabase(templateUrl, folder), buildOnce());
    const sharedUrl = await cloneDatabase(seededUrl, 'shared');
    const portal = await startPortal({ ownerUrl: sharedUrl, appUrl: appUrl(sharedUrl, testSecret) }, folder);
    undo.push(portal.stop);
    project.provide('seededUrl', seededUrl);
    project.provide('seededFolder', folder);
    project.provide('sharedPortal', portal.addresses);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits for both even if one fails, so that nothing is still running when the server stops. */
async function allSettled<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

async function buildOnce(): Promise<void> {
  if (!(await isBuilt())) await build();
}

async function seedDatabase(templateUrl: string, folder: string): Promise<string> {
  const url = await cloneDatabase(templateUrl, 'seeded');
  const { storage } = launchEnv({ ORIEL_DATA_DIR: folder });
  await seed({ appDatabaseUrl: appUrl(url, testSecret), storage });
  return url;
}
