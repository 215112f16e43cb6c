import { z } from 'zod';
import { shownPassword } from '@/lib/auth/password-rule';
import { type PortalRefusal, portalRefusal } from '@/lib/authz/portal-access';
import type { Prisma } from '@/lib/db/generated/client';
import { AppError, forbidden } from '@/lib/errors';
import { email, slug } from '@/lib/fields';

export const credentialsInput = z.strictObject({ email, password: shownPassword });

/** The credentials that a program sends, which cannot be asked for the business in a second step. */
export const programCredentials = credentialsInput.extend({
  tenant: slug
    .nullable()
    .optional()
    .describe(
      "The slug of the business, where the address has accounts in several; null for the operator's own account.",
    ),
});

export const accountFacts = {
  id: true,
  userType: true,
  name: true,
  email: true,
  locale: true,
  isActive: true,
  clientPortalEnabled: true,
  clientId: true,
  client: { select: { isActive: true } },
  tenantId: true,
  tenant: { select: { status: true, locale: true, name: true, slug: true } },
} as const satisfies Prisma.UserSelect;

/** The columns of a user that the sign-in needs. */
export type Account = Prisma.UserGetPayload<{ select: typeof accountFacts }>;

/** The reason why every guard would refuse this person; null for a person with access. */
export function accessRefusal(account: Account): PortalRefusal | 'businessSuspended' | null {
  const { userType, tenant, clientPortalEnabled, clientId, client } = account;
  if (tenant && tenant.status !== 'active') return 'businessSuspended';
  if (userType !== 'client') return null;
  return portalRefusal({ portalEnabled: clientPortalEnabled, clientId, clientActive: client?.isActive ?? null });
}

/** Throws FORBIDDEN with the reason where every guard would refuse this person, so that no useless token is issued. */
export function requireAccess(account: Account): void {
  const refusal = accessRefusal(account);
  if (refusal) throw forbidden(refusal);
}

/** The error of every failed sign-in, whatever the cause. */
export function signInFailed(): AppError {
  return new AppError('UNAUTHENTICATED', { reason: { key: 'signInFailed' } });
}
