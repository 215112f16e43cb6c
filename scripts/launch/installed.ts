import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { launchEnv } from '@/lib/env';
import { SetupError } from '@/lib/setup-error';

/** Throws a SetupError when no installation exists, because prepare() would create one. `purpose` completes “the one to be …”. */
export async function requireInstallation(purpose: string): Promise<void> {
  const { databaseUrl, dataDir } = launchEnv();
  if (databaseUrl) return;
  const folder = resolve(dataDir);
  await access(join(folder, 'postgres')).catch(() => {
    throw new SetupError(
      `There is no Oriel in ${folder}: set ORIEL_DATA_DIR or DATABASE_URL to the one to be ${purpose}`,
    );
  });
}
