import type {
  Actor,
  ActorTenant,
  AdminActor,
  Behind,
  ClientActor,
  JobVia,
  OnBehalfActor,
  Origin,
  PlatformActor,
  StaffActor,
  TeamActor,
  TeamOnBehalfActor,
  UserType,
} from '@/lib/authz/actor';
import type { Identity, PersonFacts, Visitor } from '@/lib/authz/identity';
import { mint } from '@/lib/authz/mint';
import { isClientPortalUser, portalRefusal } from '@/lib/authz/portal-access';
import { AppError, forbidden } from '@/lib/errors';
import { paths } from '@/lib/paths';

/** Turns a visitor into an actor. Throws UNAUTHENTICATED (401), or FORBIDDEN with the reason (403). */
export type Guard<A extends Actor> = ((visitor: Visitor) => A) & { readonly facts: GuardFacts };

/** The metadata of a guard: a name that survives bundling, and the user types that it may admit. */
export type GuardFacts = { name: string; admits: readonly UserType[] };

/** Admits a person of a client with access to the portal. */
export const clientUser: Guard<ClientActor> = guard('clientUser', ['client'], (visitor) => {
  const identity = signedIn(visitor);
  return mint<ClientActor>({ ...own(visitor.origin, identity), ...clientFacts(identity) });
});

/** Whether an actor is a look as another person, which a reading door of clients may be handed (lib/auth/view-as.ts). */
export function isLook({ via }: { via: { kind: string } }): boolean {
  return via.kind === 'on_behalf';
}

/** Whether a guard admits people of clients and nobody else, so that an admin may look in their place. */
export const isOfClients = ({ facts }: Pick<Guard<Actor>, 'facts'>): boolean => facts === clientUser.facts;

/** Admits an admin or a staff member of a tenant. */
export const teamMember: Guard<TeamActor> = guard('teamMember', ['admin', 'staff'], (visitor) => {
  const identity = signedIn(visitor);
  const { userType } = identity;
  if (userType === 'admin')
    return mint<AdminActor>({ ...own(visitor.origin, identity), userType, ...membership(identity) });
  if (userType === 'staff')
    return mint<StaffActor>({ ...own(visitor.origin, identity), userType, ...membership(identity) });
  throw forbidden('wrongUserType');
});

/** Admits an admin of a tenant. */
export const adminUser: Guard<AdminActor> = guard('adminUser', ['admin'], (visitor) => {
  const actor = teamMember(visitor);
  if (actor.userType !== 'admin') throw forbidden('wrongUserType');
  return actor;
});

/** Admits the platform operator. */
export const platformUser: Guard<PlatformActor> = guard('platformUser', ['super_admin'], (visitor) => {
  const identity = signedIn(visitor);
  const { userType } = identity;
  if (userType !== 'super_admin') throw forbidden('wrongUserType');
  return mint<PlatformActor>({ ...own(visitor.origin, identity), userType });
});

/** Admits the people of a tenant: those of its clients and its own. */
export const tenantUser: Guard<ClientActor | TeamActor> = guard(
  'tenantUser',
  ['client', 'staff', 'admin'],
  (visitor) => (signedIn(visitor).userType === 'client' ? clientUser(visitor) : teamMember(visitor)),
);

/** Admits every user type, each under the checks of its own area. */
export const anyUser: Guard<Actor> = guard('anyUser', ['client', 'staff', 'admin', 'super_admin'], (visitor) => {
  const { userType } = signedIn(visitor);
  if (userType === 'client') return clientUser(visitor);
  return userType === 'super_admin' ? platformUser(visitor) : teamMember(visitor);
});

function guard<A extends Actor>(name: string, admits: readonly UserType[], admit: (visitor: Visitor) => A): Guard<A> {
  return Object.assign(admit, { facts: { name, admits } });
}

/**
 * The read-only actor of a client's person, by the checks of clientUser on that person's current facts. Throws FORBIDDEN with
 * the reason where clientUser would refuse the person. The caller checks that `by` may act as this person.
 */
export function onBehalfOf(facts: PersonFacts, by: Behind, origin: Origin): OnBehalfActor {
  if (!facts.isActive) throw forbidden('userInactive');
  const via = { kind: 'on_behalf', by } as const;
  return mint<OnBehalfActor>({ ...person(origin, facts), via, ...clientFacts(facts) });
}

/**
 * The read-only actor of a client's person or one of the team, for a job that mails to them, by the checks of their guards. Throws
 * FORBIDDEN with the reason.
 */
export function onBehalfOfRecipient(facts: PersonFacts, by: JobVia): OnBehalfActor | TeamOnBehalfActor {
  const nowhere = { ip: null, userAgent: null };
  const { userType } = facts;
  if (userType !== 'admin' && userType !== 'staff') return onBehalfOf(facts, by, nowhere);
  if (!facts.isActive) throw forbidden('userInactive');
  const via = { kind: 'on_behalf', by } as const;
  return mint<TeamOnBehalfActor>({ ...person(nowhere, facts), via, userType, ...membership(facts) });
}

function signedIn({ identity }: Visitor): Identity {
  if (!identity?.isActive) throw new AppError('UNAUTHENTICATED');
  return identity;
}

function clientFacts(facts: PersonFacts) {
  const { userType } = facts;
  if (userType !== 'client') throw forbidden('wrongUserType');
  const { tenantId, tenant } = membership(facts);
  if (!isClientPortalUser(facts)) throw forbidden(portalRefusal(facts) ?? 'portalOff');
  return { userType, tenantId, clientId: facts.clientId, tenant };
}

function membership(facts: PersonFacts): { tenantId: string; tenant: ActorTenant } {
  const { tenantId, slug, tenantName, accent, currency, timeZone, tenantLocale, logoFileId } = facts;
  if (!tenantId || !slug || !tenantName || !accent || !currency || !timeZone || !tenantLocale) throw forbidden();
  if (!facts.tenantActive) throw forbidden('businessSuspended');
  const looks = { name: tenantName, accent, logo: logoFileId && paths.files.logo(logoFileId) };
  const tenant = { id: tenantId, slug, ...looks, currency, timeZone, locale: tenantLocale };
  return { tenantId, tenant };
}

function own(origin: Origin, identity: Identity) {
  return { ...person(origin, identity), via: identity.via };
}

function person(origin: Origin, { userId, name, email, locale }: PersonFacts) {
  return { userId, name, email, locale, origin };
}
