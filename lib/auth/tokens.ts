import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { programCredentials, requireAccess } from '@/lib/auth/accounts';
import { provePassword } from '@/lib/auth/proof';
import { hashSecret } from '@/lib/auth/secret-hash';
import { theOnly } from '@/lib/auth/sign-in';
import type { Actor, Origin } from '@/lib/authz/actor';
import { asLogin } from '@/lib/authz/scope';
import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { env } from '@/lib/env';
import { AppError, notFound } from '@/lib/errors';
import { recordAnonymousEvent, recordEvent } from '@/lib/events/record';
import { line, recordId } from '@/lib/fields';
import { paths } from '@/lib/paths';

const lifeInDays = z.number().int().min(1).max(365);
const defaultDays = 90;

export const createTokenInput = z.strictObject({ name: line(100), expiresInDays: lifeInDays.nullish() });
export const tradeTokenInput = programCredentials.extend({
  name: line(100).optional(),
  expiresInDays: lifeInDays.optional(),
});
export const revokeTokenInput = z.strictObject({ tokenId: recordId() });

/** A token, shown once: the database stores only its SHA-256. */
export type IssuedToken = { id: string; name: string; token: string; expiresAt: Date };

/** Creates a bearer token for the person's own programs, with the person's rights, until it expires or is revoked. */
export async function createToken(
  db: WriteDb,
  input: z.output<typeof createTokenInput>,
  actor: Actor,
): Promise<IssuedToken> {
  const days = input.expiresInDays ?? defaultDays;
  const issued = await issueToken(db, actor.userId, { name: input.name, days });
  await recordEvent(db, actor, {
    name: 'token.created',
    recordId: issued.id,
    facts: { name: issued.name, by: 'actor' },
  });
  return issued;
}

/** A calendar is subscribed to once: ten years. */
const calendarDays = 3650;

export const createCalendarInput = z.strictObject({});

/** Makes the private address of the person's calendar, shown once; an earlier one ends. */
export async function createCalendarAddress(
  db: WriteDb,
  _input: object,
  actor: Actor,
): Promise<{ name: string; token: string }> {
  const { userId } = actor;
  await db.apiToken.updateMany({
    where: { userId, purpose: 'calendar', revokedAt: null },
    data: { revokedAt: new Date() },
  });
  const { id, name, token } = await issueToken(db, userId, { name: 'iCal', days: calendarDays, purpose: 'calendar' });
  await recordEvent(db, actor, { name: 'token.created', recordId: id, facts: { name, by: 'actor' } });
  return { name, token: env().url.replace(/\/$/, '') + paths.files.calendar(token) };
}

/** Creates a token for a program that sends e-mail and password. Throws the errors of provePassword, theOnly and requireAccess. */
export async function tradeToken(input: z.output<typeof tradeTokenInput>, origin: Origin): Promise<IssuedToken> {
  const { name = 'API', expiresInDays = defaultDays, ...credentials } = input;
  const account = theOnly(await provePassword(credentials, origin));
  requireAccess(account);
  const { tenantId } = account;
  return asLogin(async (db) => {
    const issued = await issueToken(db, account.id, { name, days: expiresInDays });
    const event = { name: 'token.created', recordId: issued.id, facts: { name, by: 'password' } } as const;
    await recordAnonymousEvent(db, { origin, tenantId, account }, event);
    return issued;
  });
}

const tokenSummary = {
  id: true,
  name: true,
  purpose: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
} as const satisfies Prisma.ApiTokenSelect;

export type TokenSummary = Prisma.ApiTokenGetPayload<{ select: typeof tokenSummary }>;

/** The number of API tokens that the account page lists; the next ones move up as these are revoked. */
export const tokensShown = 20;

/** The person's tokens that were not revoked, the newest first: one more than `tokensShown` where there are more. */
export function listTokens(db: ReadDb): Promise<TokenSummary[]> {
  return db.apiToken.findMany({
    where: { revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: tokensShown + 1,
    select: tokenSummary,
  });
}

/** Revokes one of the person's own tokens. Throws NOT_FOUND. */
export async function revokeToken(
  db: WriteDb,
  { tokenId }: z.output<typeof revokeTokenInput>,
  actor: Actor,
): Promise<void> {
  const { count } = await db.apiToken.updateMany({
    where: { id: tokenId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count === 0) throw notFound();
  await recordEvent(db, actor, { name: 'token.revoked', recordId: tokenId, facts: {} });
}

/** Revokes the token of the request; its possession is enough proof. Throws UNAUTHENTICATED for a token that is not live. */
export async function surrenderToken(token: string | null, origin: Origin): Promise<void> {
  if (token === null) throw new AppError('UNAUTHENTICATED');
  await asLogin(async (db) => {
    const now = new Date();
    const [ended] = await db.apiToken.updateManyAndReturn({
      where: { tokenHash: hashSecret(token), revokedAt: null, expiresAt: { gt: now } },
      data: { revokedAt: now },
      select: { id: true, user: { select: { id: true, name: true, tenantId: true } } },
    });
    if (!ended) throw new AppError('UNAUTHENTICATED');
    const { user: account } = ended;
    const event = { name: 'token.revoked', recordId: ended.id, facts: {} } as const;
    await recordAnonymousEvent(db, { origin, tenantId: account.tenantId, account }, event);
  });
}

/** Revokes all tokens of a person, in a transaction whose role may do so. The caller records the event. */
export async function endTokensOf(db: WriteDb, userId: string): Promise<void> {
  await db.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: new Date() } });
}

type Wanted = { name: string; days: number; purpose?: 'api' | 'calendar' };

async function issueToken(db: WriteDb, userId: string, { name, days, purpose = 'api' }: Wanted): Promise<IssuedToken> {
  const token = `oriel_${randomBytes(32).toString('base64url')}`;
  const expiresAt = new Date(Date.now() + days * 24 * 3_600_000);
  const { id } = await db.apiToken.create({
    data: { userId, name, purpose, tokenHash: hashSecret(token), expiresAt },
    select: { id: true },
  });
  return { id, name, token, expiresAt };
}
