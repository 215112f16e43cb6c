import type { Origin } from '@/lib/http/origin';
import type { UserType } from '@/lib/user-type';

export type { Origin, UserType };

/** The tenant's fields that its people may read. */
export type ActorTenant = {
  id: string;
  slug: string;
  name: string;
  accent: string;
  /** The address of the logo; null without one. */
  logo: string | null;
  currency: string;
  timeZone: string;
  locale: string;
};

/** The credential of a request: a browser session, an API token, an answer by mail that was received, or an import that was asked for. */
export type OwnVia =
  | { kind: 'session'; sessionId: string }
  | { kind: 'token'; tokenId: string }
  | { kind: 'mail'; mailId: string }
  | { kind: 'import'; importId: string };

/** A background job, by the name it has in the log. */
export type JobVia = { kind: 'job'; name: string };

/** The admin or job that acts as another person. */
export type Behind = { kind: 'admin'; userId: string; name: string; via: OwnVia } | JobVia;
export type OnBehalfVia = { kind: 'on_behalf'; by: Behind };

declare const proof: unique symbol;

/** The type brand of a proven identity. It exists for the compiler only; lib/authz/mint.ts alone can add it. */
type Proven<T> = T & { readonly [proof]: true };

type Person<Via> = {
  userId: string;
  name: string;
  email: string;
  locale: string | null;
  via: Via;
  origin: Origin;
};

type ClientFacts = { userType: 'client'; tenantId: string; clientId: string; tenant: ActorTenant };

export type ClientActor = Proven<Person<OwnVia> & ClientFacts>;
export type StaffActor = Proven<Person<OwnVia> & { userType: 'staff'; tenantId: string; tenant: ActorTenant }>;
export type AdminActor = Proven<Person<OwnVia> & { userType: 'admin'; tenantId: string; tenant: ActorTenant }>;
export type PlatformActor = Proven<Person<OwnVia> & { userType: 'super_admin' }>;

/** The tenant's own people. */
export type TeamActor = AdminActor | StaffActor;

/** A person with their own session or token, who may read and write within the wall. */
export type Actor = ClientActor | TeamActor | PlatformActor;

/**
 * A client's person, impersonated by an admin or a job. Read-only: `write` and the commands do not accept it, and its
 * transactions are read-only in PostgreSQL too.
 */
export type OnBehalfActor = Proven<Person<OnBehalfVia> & ClientFacts>;

/** A person of the tenant, for whom a job reads what it mails to them. Read-only, as OnBehalfActor. */
export type TeamOnBehalfActor = Proven<
  Person<OnBehalfVia> & { userType: 'admin' | 'staff'; tenantId: string; tenant: ActorTenant }
>;

/**
 * Whoever holds a guest pass: no user, and read-only but for the log of what they looked at. `sharedBy` is the name of the person
 * who handed the pass out.
 */
export type GuestActor = Proven<{
  guestId: string;
  tenantId: string;
  clientId: string;
  ownerId: string;
  sharedBy: string;
  label: string;
  sections: readonly string[];
  expiresAt: Date;
  locale: null;
  tenant: ActorTenant;
  origin: Origin;
}>;

/** Every actor with a person's identity; all of them may read. */
export type ReadingActor = Actor | OnBehalfActor | TeamOnBehalfActor;

/** A background job, in the worker role: across all tenants, or within one where a table asks for it. */
export type JobActor = Proven<{ via: JobVia; tenantId: string | null }>;
