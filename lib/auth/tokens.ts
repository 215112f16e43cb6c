import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { recordAnonymousAudit, recordAudit } from '@/lib/audit/commands';
import { credentialsInput, provePassword, requireAccess } from '@/lib/auth/accounts';
import { hashSecret } from '@/lib/auth/identify';
import type { Actor, Origin } from '@/lib/authz/actor';
import { asLogin } from '@/lib/authz/scope';
import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { AppError, notFound } from '@/lib/errors';
import { line, recordId } from '@/lib/fields';

const lifeInDays = z.number().int().min(1).max(365);
const defaultDays = 90;

export const createTokenInput = z.strictObject({ name: line(100), expiresInDays: lifeInDays.nullish() });
export const tradeTokenInput = credentialsInput.extend({
  name: line(100).optional(),
  expiresInDays: lifeInDays.optional(),
});
export const revokeTokenInput = z.strictObject({ tokenId: recordId() });

/** A token as it is shown once: nobody, the portal included, can read it again. */
export type IssuedToken = { id: string; name: string; token: string; expiresAt: Date };

/** Makes a bearer token for the person's own programs. It can do what they can, until it expires or is revoked. */
export async function createToken(
  db: WriteDb,
  input: z.output<typeof createTokenInput>,
  actor: Actor,
): Promise<IssuedToken> {
  const issued = await issueToken(db, actor.userId, input.name, input.expiresInDays ?? defaultDays);
  await recordAudit(db, actor, {
    action: 'token.create',
    recordType: 'api_token',
    recordId: issued.id,
    detail: { name: issued.name },
  });
  return issued;
}

/** The same for a program that shows e-mail and password instead of a session. Throws what provePassword and requireAccess throw. */
export async function tradeToken(input: z.output<typeof tradeTokenInput>, origin: Origin): Promise<IssuedToken> {
  const { email, password, name = 'API', expiresInDays = defaultDays } = input;
  const account = await provePassword({ email, password }, origin);
  requireAccess(account);
  const { id: actorId, name: actorName, tenantId } = account;
  return asLogin(async (db) => {
    const issued = await issueToken(db, actorId, name, expiresInDays);
    const record = { recordType: 'api_token', recordId: issued.id, detail: { name, by: 'password' } };
    await recordAnonymousAudit(db, origin, { action: 'token.create', tenantId, actorId, actorName, ...record });
    return issued;
  });
}

const tokenSummary = {
  id: true,
  name: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
} as const satisfies Prisma.ApiTokenSelect;

export type TokenSummary = Prisma.ApiTokenGetPayload<{ select: typeof tokenSummary }>;

/** The person's tokens that are not revoked, the newest first; expired ones stay in sight, so that nobody wonders. */
export function listTokens(db: ReadDb): Promise<TokenSummary[]> {
  return db.apiToken.findMany({
    where: { revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: tokenSummary,
  });
}

/** Ends one of the person's own tokens. Throws NOT_FOUND when there is none such. */
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
  await recordAudit(db, actor, { action: 'token.revoke', recordType: 'api_token', recordId: tokenId });
}

/** Ends the token that is shown; holding it is right enough to destroy it. Throws UNAUTHENTICATED when it is not live. */
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
    const { id: actorId, name: actorName, tenantId } = ended.user;
    const record = { recordType: 'api_token', recordId: ended.id };
    await recordAnonymousAudit(db, origin, { action: 'token.revoke', tenantId, actorId, actorName, ...record });
  });
}

/** Ends all of a person's tokens. In a scope that may change them. */
export async function endTokensOf(db: WriteDb, userId: string): Promise<void> {
  await db.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: new Date() } });
}

async function issueToken(db: WriteDb, userId: string, name: string, days: number): Promise<IssuedToken> {
  const token = `oriel_${randomBytes(32).toString('base64url')}`;
  const expiresAt = new Date(Date.now() + days * 24 * 3_600_000);
  const { id } = await db.apiToken.create({
    data: { userId, name, tokenHash: hashSecret(token), expiresAt },
    select: { id: true },
  });
  return { id, name, token, expiresAt };
}
