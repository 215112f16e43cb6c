import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { createDatabase } from '@/tests/support/database/database';
import { type PortalAddresses, portalSettings, startPortal } from '@/tests/support/processes/portal-process';

/** A running portal with the demo's data, and the superuser's connection to its database. */
export type TestPortal = { url: string; owner: pg.Client };

/**
 * Connects to the one portal that the whole run shares. For files that read the demo's data, or add records of their own and
 * change no others. Call it once, at the top of the file.
 */
export async function sharedPortal(): Promise<TestPortal> {
  const addresses = inject('sharedPortal');
  Object.assign(process.env, portalSettings(addresses, inject('seededFolder')));
  const owner = await connectTo(addresses);
  afterAll(() => owner.end());
  return { url: addresses.url, owner };
}

/**
 * Starts a portal for this test file alone, on a port, a copy of the seeded database and a copy of its files (`folder`), and
 * stops it after the file. For files that change the demo's data. Call it once, at the top of the file. `publicUrl` is the
 * address of a proxy in front of `port`.
 */
export async function ownPortal(
  publicUrl?: string,
): Promise<TestPortal & { folder: string; port: number; pid: number }> {
  const database = await createDatabase(inject('seededUrl'));
  const folder = await mkdtemp(join(tmpdir(), 'oriel-browser-'));
  await cp(inject('seededFolder'), folder, { recursive: true });
  const { addresses, port, pid, stop } = await startPortal(database, folder, publicUrl);
  Object.assign(process.env, portalSettings(addresses, folder));
  const owner = await connectTo(addresses);
  afterAll(async () => {
    await stop();
    await owner.end();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });
  return { url: addresses.url, owner, folder, port, pid };
}

async function connectTo({ ownerUrl }: PortalAddresses): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  return owner;
}
