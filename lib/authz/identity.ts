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

/** A person with the live session or token of the request. */
export type Identity = PersonFacts & { via: OwnVia };

/** A request before its guard: the identity that its session or token proves (null without one), and its origin. */
export type Visitor = { identity: Identity | null; origin: Origin };
