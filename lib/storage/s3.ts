import { open as openFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { notFound } from '@/lib/errors';
import { storageDown } from '@/lib/storage/failure';
import type { FileStore } from '@/lib/storage/file-store';
import { requireStorageKey } from '@/lib/storage/storage-key';
import { webStream } from '@/lib/storage/web-stream';
import type { S3Settings } from '@/lib/storage-settings';

/** Milliseconds without a connection or a byte. */
const patience = { connectionTimeout: 5_000, socketTimeout: 60_000 };

/** The SDK logs nothing: errors are thrown, and the door logs them once. */
const nothing = () => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Objects in a private bucket of Amazon S3 or a compatible server. */
export function s3Store({ endpoint, region, bucket, forcePathStyle, credentials }: S3Settings): FileStore {
  let opened: Promise<{ sdk: typeof import('@aws-sdk/client-s3'); client: S3Client }> | undefined;
  // The SDK is large, so it is loaded at the first use.
  const open = () => {
    opened ??= import('@aws-sdk/client-s3').then((sdk) => ({
      sdk,
      client: new sdk.S3Client({
        region,
        forcePathStyle,
        ...(endpoint ? { endpoint } : {}),
        ...(credentials ? { credentials } : {}),
        // The default sends bodies in Amazon's own chunks with a trailing checksum, which many other servers do not support.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
        requestHandler: patience,
        logger: silent,
      }),
    }));
    return opened;
  };

  return {
    async put(key, { path, byteSize, contentType }) {
      requireStorageKey(key);
      const ended = new AbortController();
      try {
        const { sdk, client } = await open();
        const bytes = (await openFile(path)).createReadStream();
        // The SDK would wait for the rest of a body whose stream has failed.
        bytes.once('error', (error) => ended.abort(error));
        const object = { Bucket: bucket, Key: key, Body: bytes, ContentLength: byteSize, ContentType: contentType };
        try {
          await client.send(new sdk.PutObjectCommand(object), { abortSignal: ended.signal });
        } finally {
          bytes.destroy();
        }
      } catch (error) {
        throw storageDown(error);
      }
    },

    async get(key, range) {
      requireStorageKey(key);
      try {
        const { sdk, client } = await open();
        const part = range ? { Range: `bytes=${range.start}-${range.end}` } : {};
        const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket: bucket, Key: key, ...part }));
        if (!(Body instanceof Readable)) throw new Error('The bucket answered without a body');
        return webStream(Body);
      } catch (error) {
        throw error instanceof Error && error.name === 'NoSuchKey' ? notFound() : storageDown(error);
      }
    },

    async remove(key) {
      requireStorageKey(key);
      try {
        const { sdk, client } = await open();
        await client.send(new sdk.DeleteObjectCommand({ Bucket: bucket, Key: key }));
      } catch (error) {
        throw storageDown(error);
      }
    },
  };
}
