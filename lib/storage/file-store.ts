import type { ByteRange } from '@/lib/http/byte-range';

/** A finished file on this machine, to be stored. `byteSize` is exact: a driver may announce it before it sends. */
export type StoreSource = { path: string; byteSize: number; contentType: string };

/**
 * Stores bytes under random keys. Only the rows of `stored_files` relate them to tenants and people.
 * Every method throws UNAVAILABLE when the storage is down or full, with the cause for the log.
 */
export interface FileStore {
  /** Stores the whole file, or nothing that `get` would find. */
  put(key: string, source: StoreSource): Promise<void>;
  /** Streams the bytes; cancelling the stream ends the reading. Throws NOT_FOUND when there is no such object. */
  get(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
  /** Removes the object and the remains of an interrupted `put`; no error when there is none. */
  remove(key: string): Promise<void>;
}
