import { env } from '@/lib/env';

const derived = new Map<string, { secret: string; key: Promise<CryptoKey> }>();

/**
 * A key for one kind of signed cookie, derived from ORIEL_SECRET by its label, so that a value signed for one purpose is
 * accepted for no other. Runs in the middleware too, so it may import nothing of Node.
 */
export function signingKey(label: string): Promise<CryptoKey> {
  const { secret } = env();
  const known = derived.get(label);
  if (known?.secret === secret) return known.key;
  const key = deriveKey(secret, label);
  derived.set(label, { secret, key });
  return key;
}

async function deriveKey(secret: string, label: string): Promise<CryptoKey> {
  const text = new TextEncoder();
  const material = await crypto.subtle.importKey('raw', text.encode(secret), 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: text.encode(label) },
    material,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  );
}
