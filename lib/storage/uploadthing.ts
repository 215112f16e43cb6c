import { openAsBlob } from 'node:fs';
import type { UTApi } from 'uploadthing/server';
import { AppError, notFound } from '@/lib/errors';
import { storageDown } from '@/lib/storage/failure';
import type { FileStore } from '@/lib/storage/file-store';
import { requireStorageKey } from '@/lib/storage/storage-key';

/** Lifetime of a signed address in seconds. Only this server uses it. */
const signedFor = 60;

/** Milliseconds to wait for the headers of an answer. */
const patience = 20_000;

/**
 * Private files at UploadThing, named by the portal's key (their `customId`), because the SDK's own keys have only some 30
 * random bits. Bytes pass through this server both ways, so no address of UploadThing reaches a browser.
 */
export function uploadThingStore(token: string): FileStore {
  let opened: Promise<{ sdk: typeof import('uploadthing/server'); api: UTApi }> | undefined;
  // The SDK is large, so it is loaded at the first use. Its own log would repeat errors of the portal's log.
  const open = () => {
    opened ??= import('uploadthing/server').then((sdk) => ({ sdk, api: new sdk.UTApi({ token, logLevel: 'None' }) }));
    return opened;
  };

  return {
    async put(key, { path, contentType }) {
      requireStorageKey(key);
      try {
        const { sdk, api } = await open();
        // The blob reads from the disk while it is sent. The original file names are not sent.
        const bytes = await openAsBlob(path, { type: contentType });
        const file = new sdk.UTFile([bytes], key, { type: contentType, customId: key });
        const { error } = await api.uploadFiles(file, { acl: 'private', contentDisposition: 'attachment' });
        if (error) throw new Error(`UploadThing: ${error.code}: ${error.message}`, { cause: error.data });
      } catch (error) {
        throw storageDown(error);
      }
    },

    async get(key, range) {
      requireStorageKey(key);
      try {
        const { api } = await open();
        const { ufsUrl } = await api.generateSignedURL(key, { expiresIn: signedFor });
        const answer = await fetchSoon(ufsUrl, range ? { Range: `bytes=${range.start}-${range.end}` } : {});
        if (answer.status === 404) throw notFound();
        if (answer.status !== (range ? 206 : 200) || !answer.body) {
          await answer.body?.cancel();
          throw new Error(`UploadThing answered ${answer.status} to a read`);
        }
        return answer.body;
      } catch (error) {
        throw storageDown(error);
      }
    },

    async remove(key) {
      requireStorageKey(key);
      try {
        const { api } = await open();
        const { success } = await api.deleteFiles(key, { keyType: 'customId' });
        if (!success) throw new AppError('UNAVAILABLE', { reason: { key: 'storageDown' } });
      } catch (error) {
        throw storageDown(error);
      }
    },
  };
}

/** A fetch with a time limit for the headers of the answer, but none for its body. */
async function fetchSoon(url: string, headers: Record<string, string>): Promise<Response> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), patience);
  try {
    return await fetch(url, { headers, signal: waiting.signal, cache: 'no-store' });
  } finally {
    clearTimeout(timer);
  }
}
