import type { ByteRange } from '@/lib/http/byte-range';

/** A finished file on this machine, to be stored. `byteSize` is exact: a driver may announce it before it sends. */
export type StoreSource = { path: string; byteSize: number; contentType: string };

/**
 * Where bytes are kept under a random key. It knows nothing of tenants and people: rows of `stored_files` do.
 * Every method throws UNAVAILABLE when the storage is down or full; what went wrong is in the log.
 */
export interface FileStore {
  /** Stores the whole file, or nothing that `get` would find. */
  put(key: string, source: StoreSource): Promise<void>;
  /** The bytes as they come; cancelling the stream ends the reading. NOT_FOUND when there is no such object. */
  get(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
  /** Removes the object with all that an interrupted `put` may have left; quiet when there is none. */
  remove(key: string): Promise<void>;
}
