import type {
  Actor,
  ActorTenant,
  AdminActor,
  ClientActor,
  Origin,
  PlatformActor,
  StaffActor,
  TeamActor,
  UserType,
} from '@/lib/authz/actor';
import type { Identity } from '@/lib/authz/identity';
import { isClientPortalUser, portalRefusal } from '@/lib/authz/portal-access';
import { AppError, forbidden } from '@/lib/errors';
import { paths } from '@/lib/paths';

/** Somebody at a door: what their session or token says of them (null without one), and where they come from. */
export type Visitor = { identity: Identity | null; origin: Origin };

/** Turns a visitor into a Who, or refuses: UNAUTHENTICATED (401) or FORBIDDEN with the reason (403). */
export type Guard<W extends Actor> = ((visitor: Visitor) => W) & { readonly facts: GuardFacts };

/** What a guard says about itself: a name that survives bundling, and the user types that it may admit. */
export type GuardFacts = { name: string; admits: readonly UserType[] };

/** A person of a client with access to the portal. */
export const clientUser: Guard<ClientActor> = guard('clientUser', ['client'], (visitor) => {
  const identity = signedIn(visitor);
  if (identity.userType !== 'client') throw forbidden('wrongUserType');
  const { tenantId, tenant } = membership(identity);
  if (!isClientPortalUser(identity)) throw forbidden(portalRefusal(identity) ?? 'portalOff');
  return prove({
    ...person(visitor.origin, identity),
    userType: 'client',
    tenantId,
    clientId: identity.clientId,
    tenant,
  });
});

/** A manager or an employee of the business. */
export const teamMember: Guard<TeamActor> = guard('teamMember', ['admin', 'staff'], (visitor) => {
  const identity = signedIn(visitor);
  const { userType } = identity;
  if (userType !== 'admin' && userType !== 'staff') throw forbidden('wrongUserType');
  return prove<AdminActor | StaffActor>({ ...person(visitor.origin, identity), userType, ...membership(identity) });
});

/** A manager of the business. */
export const adminUser: Guard<AdminActor> = guard('adminUser', ['admin'], (visitor) => {
  const actor = teamMember(visitor);
  if (actor.userType !== 'admin') throw forbidden('wrongUserType');
  return actor;
});

/** The platform operator. */
export const platformUser: Guard<PlatformActor> = guard('platformUser', ['super_admin'], (visitor) => {
  const identity = signedIn(visitor);
  if (identity.userType !== 'super_admin') throw forbidden('wrongUserType');
  return prove({ ...person(visitor.origin, identity), userType: 'super_admin' });
});

/** Anyone who may use the portal in their own wing. */
export const anyUser: Guard<Actor> = guard('anyUser', ['client', 'staff', 'admin', 'super_admin'], (visitor) => {
  const { userType } = signedIn(visitor);
  if (userType === 'client') return clientUser(visitor);
  return userType === 'super_admin' ? platformUser(visitor) : teamMember(visitor);
});

function guard<W extends Actor>(name: string, admits: readonly UserType[], admit: (visitor: Visitor) => W): Guard<W> {
  return Object.assign(admit, { facts: { name, admits } });
}

function signedIn({ identity }: Visitor): Identity {
  if (!identity?.isActive) throw new AppError('UNAUTHENTICATED');
  return identity;
}

function membership(identity: Identity): { tenantId: string; tenant: ActorTenant } {
  const { tenantId, slug, tenantName, accent, currency, timeZone, tenantLocale, logoFileId } = identity;
  if (!tenantId || !slug || !tenantName || !accent || !currency || !timeZone || !tenantLocale) throw forbidden();
  if (!identity.tenantActive) throw forbidden('businessSuspended');
  const looks = { name: tenantName, accent, logo: logoFileId && paths.files.logo(logoFileId) };
  const tenant = { id: tenantId, slug, ...looks, currency, timeZone, locale: tenantLocale };
  return { tenantId, tenant };
}

function person(origin: Origin, { userId, name, email, locale, sessionId, tokenId }: Identity) {
  return { userId, name, email, locale, sessionId, tokenId, origin };
}

/** The one place where a Who comes to be; the cast adds the proof, which exists for the compiler only. */
function prove<W extends Actor>(facts: Omit<W, keyof { [K in keyof W as K extends symbol ? K : never]: never }>): W {
  return facts as unknown as W;
}
