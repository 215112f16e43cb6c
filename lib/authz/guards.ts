import type { Standing } from '@/lib/auth/identify';
import type { AdminWho, Business, ClientWho, Origin, PlatformWho, StaffWho, TeamWho, Who } from '@/lib/authz/actor';
import { isClientPortalUser, portalRefusal } from '@/lib/authz/portal-access';
import { AppError, forbidden } from '@/lib/errors';
import { paths } from '@/lib/paths';

/** Somebody at a door: what their session or token says of them (null without one), and where they come from. */
export type Visitor = { standing: Standing | null; origin: Origin };

/** Turns a visitor into a Who, or refuses: UNAUTHENTICATED (401) or FORBIDDEN with the reason (403). */
export type Guard<W extends Who> = (visitor: Visitor) => W;

/** A person of a client with access to the portal. */
export const clientUser: Guard<ClientWho> = (visitor) => {
  const standing = signedIn(visitor);
  if (standing.userType !== 'client') throw forbidden('wrongUserType');
  const { tenantId, business } = membership(standing);
  if (!isClientPortalUser(standing)) throw forbidden(portalRefusal(standing) ?? 'portalOff');
  return prove({
    ...person(visitor.origin, standing),
    userType: 'client',
    tenantId,
    clientId: standing.clientId,
    business,
  });
};

/** A manager or an employee of the business. */
export const teamMember: Guard<TeamWho> = (visitor) => {
  const standing = signedIn(visitor);
  const { userType } = standing;
  if (userType !== 'admin' && userType !== 'staff') throw forbidden('wrongUserType');
  return prove<AdminWho | StaffWho>({ ...person(visitor.origin, standing), userType, ...membership(standing) });
};

/** A manager of the business. */
export const adminUser: Guard<AdminWho> = (visitor) => {
  const who = teamMember(visitor);
  if (who.userType !== 'admin') throw forbidden('wrongUserType');
  return who;
};

/** The platform operator. */
export const platformUser: Guard<PlatformWho> = (visitor) => {
  const standing = signedIn(visitor);
  if (standing.userType !== 'super_admin') throw forbidden('wrongUserType');
  return prove({ ...person(visitor.origin, standing), userType: 'super_admin' });
};

/** Anyone who may use the portal in their own wing. */
export const anyUser: Guard<Who> = (visitor) => {
  const { userType } = signedIn(visitor);
  if (userType === 'client') return clientUser(visitor);
  return userType === 'super_admin' ? platformUser(visitor) : teamMember(visitor);
};

function signedIn({ standing }: Visitor): Standing {
  if (!standing?.isActive) throw new AppError('UNAUTHENTICATED');
  return standing;
}

function membership(standing: Standing): { tenantId: string; business: Business } {
  const { tenantId, slug, businessName, accent, currency, timeZone, businessLocale, logoFileId } = standing;
  if (!tenantId || !slug || !businessName || !accent || !currency || !timeZone || !businessLocale) throw forbidden();
  if (!standing.tenantActive) throw forbidden('businessSuspended');
  const looks = { name: businessName, accent, logo: logoFileId && paths.files.logo(logoFileId) };
  const business = { id: tenantId, slug, ...looks, currency, timeZone, locale: businessLocale };
  return { tenantId, business };
}

function person(origin: Origin, { userId, name, email, locale, sessionId, tokenId }: Standing) {
  return { userId, name, email, locale, sessionId, tokenId, origin };
}

/** The one place where a Who comes to be; the cast adds the proof, which exists for the compiler only. */
function prove<W extends Who>(facts: Omit<W, keyof { [K in keyof W as K extends symbol ? K : never]: never }>): W {
  return facts as unknown as W;
}
