import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchEnv } from '@/lib/env';
import { seed } from '@/prisma/seed/index';
import type { Makers } from '@/prisma/seed/makers';
import { phonePhoto } from '@/tests/support/files/pictures';

/** Makers of small files of the right kinds, no two alike. */
const quickMakers: Makers = {
  paper: async ({ document, version }) => Buffer.from(`%PDF-1.7\n% ${document.title}, ${version}\n%%EOF\n`),
  photo: ({ story, index }) => phonePhoto({ width: 48, height: 32, seed: index + story.tenant.slug.length }),
};

/**
 * Seeds the demo's data with small files: where only the rows matter, painting its photos would take longer
 * than the test. The files go into `folder`, or into a folder that is removed at once. False where the database has people.
 */
export async function seedDemo(appDatabaseUrl: string, wishes: { folder?: string; now?: Date } = {}): Promise<boolean> {
  const { folder, ...rest } = wishes;
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'oriel-files-')));
  try {
    const { storage } = launchEnv({ ORIEL_DATA_DIR: place });
    return await seed({ appDatabaseUrl, storage, makers: quickMakers, ...rest });
  } finally {
    if (!folder) await rm(place, { recursive: true, force: true });
  }
}
