import { randomBytes } from 'node:crypto';
import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { Issuer, Party } from '@/lib/invoices/parties/schemas';

const contact = { name: true, address: true, taxNumber: true, email: true, phone: true } as const;

/** The business as documents print it, to be kept with a document at issue. */
export async function issuerNow(db: ReadDb, { tenantId }: { tenantId: string }): Promise<Issuer> {
  const select = { ...contact, website: true, accent: true } as const;
  const tenant = await db.tenant.findUniqueOrThrow({ where: { id: tenantId }, select });
  const account = { iban: true, bic: true, accountHolder: true, footer: true, countryCode: true } as const;
  const billing = await db.billingSettings.findUnique({ where: { tenantId }, select: account });
  return { iban: null, bic: null, accountHolder: null, footer: null, countryCode: null, ...billing, ...tenant };
}

/** The business as it heads a statement: what its clients may read too. */
export async function senderNow(db: ReadDb, { tenantId }: { tenantId: string }): Promise<Issuer> {
  const select = { ...contact, website: true, accent: true } as const;
  const tenant = await db.tenant.findUniqueOrThrow({ where: { id: tenantId }, select });
  const account = { iban: true, bic: true, accountHolder: true } as const;
  const billing = await db.billingSettings.findUnique({ where: { tenantId }, select: account });
  return { iban: null, bic: null, accountHolder: null, footer: null, countryCode: null, ...billing, ...tenant };
}

/** A client as documents print it. Throws NOT_FOUND. */
export async function recipientNow(db: ReadDb, clientId: string): Promise<Party> {
  const select = { ...contact, countryCode: true } as const;
  return { website: null, ...orNotFound(await db.client.findUnique({ where: { id: clientId }, select })) };
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** A new secret of the page that confirms a document: 160 random bits in base32 (RFC 4648), lower case. */
export function newVerifyCode(): string {
  const bits = [...randomBytes(20)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('');
}
