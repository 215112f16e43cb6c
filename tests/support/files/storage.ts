import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** The data folder of one test file; files are stored on disk. */
export type TestStorage = {
  folder: string;
  /** The contents of the store and of the spool, as paths below the data folder. */
  stored: () => Promise<string[]>;
  spooled: () => Promise<string[]>;
};

/** Points lib/env at a new data folder. Call it once, at the top of the file, beside `testDatabase()`. */
export async function testStorage(): Promise<TestStorage> {
  const folder = await mkdtemp(join(tmpdir(), 'oriel-files-'));
  process.env.ORIEL_DATA_DIR = folder;
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return { folder, stored: () => filesUnder(join(folder, 'files')), spooled: () => filesUnder(join(folder, 'spool')) };
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
