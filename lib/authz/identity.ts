import type { Origin, OwnVia, UserType } from '@/lib/authz/actor';

/** The facts of a person, read in one statement. The guards decide by them. */
export type PersonFacts = {
  userId: string;
  userType: UserType;
  name: string;
  email: string;
  locale: string | null;
  isActive: boolean;
  portalEnabled: boolean;
  tenantId: string | null;
  tenantActive: boolean | null;
  slug: string | null;
  tenantName: string | null;
  accent: string | null;
  currency: string | null;
  timeZone: string | null;
  tenantLocale: string | null;
  logoFileId: string | null;
  clientId: string | null;
  clientActive: boolean | null;
};

/** The newest notice about their password that the person has not seen (lib/auth/security-notices.ts), for their pages. */
export type OpenNotice = { id: string; byName: string | null; createdAt: string; usedAt: string | null };

/**
 * A person with the live session or token of the request. Only a session, which has pages, comes with an open notice, and for a
 * client's person with whether there is an issued invoice or an entry in the account. `unread` counts notifications, and
 * `unreadTickets` tickets with something new, up to 100.
 */
export type Identity = PersonFacts & {
  via: OwnVia;
  notice?: OpenNotice | null;
  hasMoney?: boolean | null;
  hasHours?: boolean | null;
  unread?: number;
  unreadTickets?: number;
};

/** A request before its guard: the identity that its session or token proves (null without one), and its origin. */
export type Visitor = { identity: Identity | null; origin: Origin };
