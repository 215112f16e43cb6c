import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { env } from '@/lib/env';
import { AppError, invalid } from '@/lib/errors';
import { checkedFile } from '@/lib/storage/checked-file';
import { storageDown, systemCode } from '@/lib/storage/failure';
import { cleanFileName, partsOf } from '@/lib/storage/file-name';
import { type UploadKind, uploadKinds } from '@/lib/storage/kinds';
import { isVisible } from '@/lib/visible';

/** An upload on this machine's disk: checked and hashed, not yet stored (lib/storage/keep.ts stores it). */
export type SpooledFile = {
  path: string;
  /** Cleaned, with an ending that fits the type. */
  fileName: string;
  contentType: string;
  byteSize: number;
  sha256: Uint8Array<ArrayBuffer>;
  /** Removes the bytes; may be called twice, never throws (the sweeper removes the rest). */
  discard(): Promise<void>;
};

type Upload = {
  kind: UploadKind;
  /** The name that the sender gave. */
  fileName: string;
  /** The input field of the file, for messages. */
  field: string;
  /** Ends the writing early, when another part of the request has failed. */
  signal: AbortSignal;
  /** Called with the number of bytes that arrive; ends the writing when it throws (lib/storage/room.ts). */
  count: (bytes: number) => void;
};

/**
 * Writes an upload to disk as it arrives and checks its type. Throws TOO_LARGE at the limit, VALIDATION on the field for an
 * empty, unnamed, unknown, misnamed or unsafe file, UNAVAILABLE when this disk is full. No bytes are left after an error.
 */
export async function spoolUpload(
  bytes: Readable,
  { kind, fileName, field, signal, count }: Upload,
): Promise<SpooledFile> {
  const { maxBytes } = uploadKinds[kind];
  if (!isVisible(partsOf(fileName).stem)) throw invalid({ [field]: 'fileUnnamed' });
  const name = cleanFileName(fileName);
  const written = await write(bytes, { maxBytes, name, signal, count });
  try {
    return { ...written, ...(await checkedFile(written, { kind, name, field })) };
  } catch (error) {
    await written.discard();
    throw error;
  }
}

/** Writes a file made by the portal, such as a rendition of a photo, so that it can be stored like an upload. Not checked. */
export async function spoolMade(
  bytes: Readable | AsyncIterable<Uint8Array>,
  { fileName, contentType }: { fileName: string; contentType: string },
): Promise<SpooledFile> {
  const written = await write(bytes, { maxBytes: Number.POSITIVE_INFINITY, name: fileName });
  return { ...written, fileName: cleanFileName(fileName), contentType };
}

type Written = Pick<SpooledFile, 'path' | 'byteSize' | 'sha256' | 'discard'>;
type Limits = { maxBytes: number; name: string; signal?: AbortSignal; count?: (bytes: number) => void };

async function write(bytes: Readable | AsyncIterable<Uint8Array>, limits: Limits): Promise<Written> {
  const { maxBytes, name, signal, count } = limits;
  const path = join(env().storage.spoolFolder, randomUUID());
  const discard = () => rm(path, { force: true }).catch(() => undefined);
  const hash = createHash('sha256');
  let byteSize = 0;
  async function* measured(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      byteSize += chunk.byteLength;
      if (byteSize > maxBytes) throw tooLarge(name, maxBytes);
      count?.(chunk.byteLength);
      hash.update(chunk);
      yield chunk;
    }
  }
  let target: WriteStream | undefined;
  try {
    await mkdir(env().storage.spoolFolder, { recursive: true, mode: 0o700 });
    target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
    await pipeline(bytes, measured, target, signal ? { signal } : {});
    return { path, byteSize, sha256: Uint8Array.from(hash.digest()), discard };
  } catch (error) {
    // A file that is still being opened would be created after its removal.
    if (target && !target.closed) await new Promise<void>((resolve) => target?.once('close', resolve));
    await discard();
    throw isDiskTrouble(error) ? storageDown(error) : error;
  }
}

function tooLarge(name: string, maxBytes: number): AppError {
  return new AppError('TOO_LARGE', {
    reason: { key: 'fileTooLarge', params: { name, megabytes: Math.floor(maxBytes / 1024 / 1024) } },
  });
}

/** Whether a system call failed on this disk (ENOSPC, EACCES, …) and not on the sender's connection. */
function isDiskTrouble(error: unknown): boolean {
  return /^E(?!CONN|PIPE)[A-Z]+$/.test(String(systemCode(error)));
}
