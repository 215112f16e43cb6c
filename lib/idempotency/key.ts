import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';

/**
 * An idempotency key as values derived from it, its person and the installation's secret. Only `hash` is stored, so that the
 * database alone neither shows an answer nor lets a body, such as one with a password, be guessed from its hash.
 */
export type IdempotencyKey = { hash: Uint8Array<ArrayBuffer>; mac: Uint8Array; cipher: Uint8Array };

/**
 * Reads the `Idempotency-Key` header (draft-ietf-httpapi-idempotency-key-header): 1 to 255 visible ASCII characters, also in
 * quotes. Null without the header. Throws VALIDATION.
 */
export function idempotencyKeyOf(headers: Pick<Headers, 'get'>, userId: string): IdempotencyKey | null {
  const sent = headers.get('idempotency-key');
  if (sent === null) return null;
  const key = /^"?([\x21\x23-\x7e]{1,255})"?$/.exec(sent.trim())?.[1];
  if (key === undefined) throw new AppError('VALIDATION', { reason: { key: 'idempotencyKey' } });
  return derivedKey(key, userId);
}

/** The key that the form of a page carries; null for a form without one. */
export function formKeyOf(mark: string | null, userId: string): IdempotencyKey | null {
  return mark === null ? null : derivedKey(`form ${mark}`, userId);
}

function derivedKey(key: string, userId: string): IdempotencyKey {
  const bytes = Buffer.from(hkdfSync('sha256', env().secret, '', `oriel idempotency ${userId} ${key}`, 96));
  return { hash: Uint8Array.from(bytes.subarray(0, 32)), mac: bytes.subarray(32, 64), cipher: bytes.subarray(64) };
}

/** A keyed hash of JSON values: equal for equal values, whatever the order of an object's fields. */
export function hashOf({ mac }: IdempotencyKey, content: unknown): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHmac('sha256', mac).update(JSON.stringify(content, sorted)).digest());
}

function sorted(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Encrypts a JSON value (AES-256-GCM): nonce, tag, ciphertext. */
export function seal({ cipher }: IdempotencyKey, value: unknown): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12);
  const sealing = createCipheriv('aes-256-gcm', cipher, nonce);
  const text = Buffer.concat([sealing.update(JSON.stringify(value), 'utf8'), sealing.final()]);
  return Uint8Array.from(Buffer.concat([nonce, sealing.getAuthTag(), text]));
}

/** Decrypts what `seal` encrypted. Throws for other bytes. */
export function unseal({ cipher }: IdempotencyKey, bytes: Uint8Array): unknown {
  const opening = createDecipheriv('aes-256-gcm', cipher, bytes.subarray(0, 12));
  opening.setAuthTag(bytes.subarray(12, 28));
  return JSON.parse(Buffer.concat([opening.update(bytes.subarray(28)), opening.final()]).toString('utf8'));
}
