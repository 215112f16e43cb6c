import { createHmac, randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The signing key in `<dataDir>/secret`, created at the first call (mode 0600). Written to a draft and linked into place,
 * so that two simultaneous processes read the same complete key.
 */
export async function ensureSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret');
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const read = () => readFile(path, 'utf8').then((text) => text.trim());
  try {
    return await read();
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  try {
    await writeFile(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return read();
}

/** The password of the database role `oriel_app`, derived from the secret by every process that knows it. */
export function appPassword(secret: string): string {
  return createHmac('sha256', secret).update('oriel_app').digest('hex');
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
