import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from '@/lib/setup-error';
import { newStorageKey } from '@/lib/storage/storage-key';
import { openStore } from '@/lib/storage/store';
import type { StorageSettings } from '@/lib/storage-settings';

const sample = 'Oriel tests whether files can be stored here.\n';

/**
 * Stores, reads and removes a small file, so that a wrong bucket, key or folder is detected at the start and not at the
 * first upload. Throws a SetupError of one line.
 */
export async function requireStorage(settings: StorageSettings): Promise<void> {
  const store = openStore(settings);
  const key = newStorageKey();
  const path = join(settings.spoolFolder, key);
  try {
    await mkdir(settings.spoolFolder, { recursive: true, mode: 0o700 });
    await writeFile(path, sample);
    await store.put(key, { path, byteSize: sample.length, contentType: 'text/plain' });
    const read = await new Response(await store.get(key)).text();
    await store.remove(key);
    if (read !== sample) throw new Error('what was read is not what was stored');
  } catch (error) {
    throw new SetupError(`Files cannot be stored ${placeOf(settings)}: ${reasonOf(error)}`);
  } finally {
    await rm(path, { force: true }).catch(() => undefined);
  }
}

function placeOf(settings: StorageSettings): string {
  if (settings.driver === 'disk') return `in ${settings.folder}`;
  if (settings.driver === 'uploadthing') return 'at UploadThing';
  return `in the bucket ${settings.bucket}${settings.endpoint ? ` at ${settings.endpoint}` : ''}`;
}

/** The innermost cause of an error, as one line. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  const message = error.message || ('code' in error ? String(error.code) : '') || error.name;
  return message.split('\n', 1).join();
}
