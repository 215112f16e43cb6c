import type { ActorTenant, GuestActor, Origin } from '@/lib/authz/actor';
import { mint } from '@/lib/authz/mint';
import { isClientPortalUser } from '@/lib/authz/portal-access';

/** The facts of a pass, of the person who handed it out and of their business, read in one statement. */
export type GuestFacts = {
  guestId: string;
  tenantId: string;
  clientId: string;
  ownerId: string;
  sharedBy: string;
  label: string;
  sections: string[];
  expiresAt: Date;
  revokedAt: Date | null;
  isActive: boolean;
  userType: string;
  portalEnabled: boolean;
  ownClientId: string | null;
  clientActive: boolean | null;
  tenantActive: boolean;
  guestsAllowed: boolean;
  slug: string;
  tenantName: string;
  accent: string;
  currency: string;
  timeZone: string;
  tenantLocale: string;
  logo: string | null;
};

/**
 * Admits the holder of a pass while it is live and its person has access themselves; null otherwise. The wall asks the same again
 * (guest_sees in prisma/policies/guests.sql). The caller has proven that the visitor holds the pass.
 */
export function guestOf(facts: GuestFacts | null, origin: Origin): GuestActor | null {
  if (!facts || facts.revokedAt !== null || facts.expiresAt.getTime() <= Date.now()) return null;
  const { isActive, userType, portalEnabled, ownClientId, clientActive, tenantActive, guestsAllowed } = facts;
  if (!isActive || userType !== 'client' || !tenantActive || !guestsAllowed) return null;
  if (!isClientPortalUser({ portalEnabled, clientId: ownClientId, clientActive })) return null;
  const { guestId, tenantId, clientId, ownerId, sharedBy, label, sections, expiresAt } = facts;
  if (ownClientId !== clientId) return null;
  const { slug, tenantName: name, accent, currency, timeZone, tenantLocale: locale, logo } = facts;
  const tenant: ActorTenant = { id: tenantId, slug, name, accent, logo, currency, timeZone, locale };
  return mint<GuestActor>({
    ...{ guestId, tenantId, clientId, ownerId, sharedBy, label, sections, expiresAt, locale: null, tenant, origin },
  });
}
