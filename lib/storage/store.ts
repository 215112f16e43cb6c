import { env } from '@/lib/env';
import { diskStore } from '@/lib/storage/disk';
import type { FileStore } from '@/lib/storage/file-store';
import { s3Store } from '@/lib/storage/s3';
import { uploadThingStore } from '@/lib/storage/uploadthing';
import type { StorageSettings } from '@/lib/storage-settings';

let chosen: FileStore | undefined;

/** The configured storage, opened once per process. */
export function store(): FileStore {
  chosen ??= openStore(env().storage);
  return chosen;
}

/** Opens a storage with these settings. */
export function openStore(settings: StorageSettings): FileStore {
  switch (settings.driver) {
    case 'disk':
      return diskStore(settings.folder);
    case 's3':
      return s3Store(settings);
    case 'uploadthing':
      return uploadThingStore(settings.token);
  }
}
