import { createHash } from 'node:crypto';

/** SHA-256 of a secret that has at least 128 random bits (a token, a link), as the database stores it. */
export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(secret).digest());
}
