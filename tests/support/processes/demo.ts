import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchEnv } from '@/lib/env';
import type { Contents } from '@/prisma/seed/files/contents';
import { seed } from '@/prisma/seed/index';
import { quarters } from '@/tests/support/files/pictures';

/** Small contents of the right kind, for tests of the rows only; every document differs. */
const smallContents: Contents = {
  paper: async ({ document, version }) => Buffer.from(`%PDF-1.7\n% ${document.title}, ${version}\n%%EOF\n`),
  picture: async (_slug, name) => quarters({ width: 48, height: 32, seed: name.length }).webp().toBuffer(),
};

/**
 * Seeds the demo's data with small files, which takes a fraction of the time. The files go into `folder`, or into a
 * temporary folder that is removed at once.
 */
export async function seedDemo(appDatabaseUrl: string, wishes: { folder?: string; now?: Date } = {}): Promise<boolean> {
  const { folder, ...rest } = wishes;
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'oriel-files-')));
  try {
    const { storage } = launchEnv({ ORIEL_DATA_DIR: place });
    return await seed({ appDatabaseUrl, storage, contents: smallContents, ...rest });
  } finally {
    if (!folder) await rm(place, { recursive: true, force: true });
  }
}
