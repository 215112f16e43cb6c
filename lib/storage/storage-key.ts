import { randomBytes } from 'node:crypto';

/** A new random key under which a file is stored: 128 bits in hexadecimal. */
export function newStorageKey(): string {
  return randomBytes(16).toString('hex');
}

/**
 * Refuses anything but a key, so that no row can name another path or object. Every driver calls it
 * first. Throws an Error: only a forged row has such a key.
 */
export function requireStorageKey(key: string): void {
  if (!/^[0-9a-f]{32}$/.test(key)) throw new Error(`${JSON.stringify(key)} is not a storage key`);
}
