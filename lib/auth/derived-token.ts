import { createHmac, hkdfSync } from 'node:crypto';
import { env } from '@/lib/env';

/**
 * A secret that this installation can make again from what it belongs to, so that it is stored nowhere: 32 bytes, derived from
 * ORIEL_SECRET by the label of its purpose. A mail that is sent a second time holds the same link.
 */
export function derivedToken(label: string, ...parts: string[]): Buffer {
  const key = hkdfSync('sha256', env().secret, '', `oriel ${label}`, 32);
  return createHmac('sha256', Buffer.from(key)).update(parts.join(' ')).digest();
}
