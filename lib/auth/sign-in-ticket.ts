import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import { isSecure } from '@/lib/auth/session-cookie';
import { env } from '@/lib/env';

/** The accounts of a ticket, each with the state in which its password was proven (`ProvenAccount.stamp`). */
export type TicketAccounts = readonly { id: string; stamp: string }[];

const lifeInSeconds = 5 * 60;

/**
 * The cookie's name. It does not begin like that of the session cookie: next-auth would take it for a chunk of that one.
 */
export function ticketCookieName(): string {
  return isSecure() ? '__Host-oriel-ticket' : 'oriel-ticket';
}

/** The cookie's attributes. `strict`, because only the form that set it leads to the page that reads it. */
export function ticketCookieOptions() {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: isSecure(), maxAge: lifeInSeconds } as const;
}

/**
 * A ticket: the accounts whose password was just proven. It is encrypted, so that neither the browser nor a log shows where
 * a person has accounts, and ends after five minutes.
 */
export function sealTicket(accounts: TicketAccounts): Promise<string> {
  return new EncryptJWT({ accounts: accounts.map(({ id, stamp }) => ({ id, stamp })) })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt()
    .setExpirationTime(`${lifeInSeconds} seconds`)
    .encrypt(key());
}

const contents = z.object({ accounts: z.array(z.object({ id: z.uuid(), stamp: z.string() })).min(1) });

/** The accounts of a cookie's value; null for none, and for one that is forged, malformed or expired. */
export async function openTicket(value: string | undefined): Promise<TicketAccounts | null> {
  if (!value) return null;
  try {
    const algorithms = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
    const { payload } = await jwtDecrypt(value, key(), { ...algorithms, requiredClaims: ['exp'] });
    return contents.parse(payload).accounts;
  } catch {
    return null;
  }
}

function key(): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', env().secret, '', 'oriel sign-in ticket', 32));
}
