import type { Origin } from '@/lib/http/origin';
import type { UserType } from '@/lib/user-type';

export type { Origin, UserType };

/** The tenant as its people see it. */
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

/** A person's own way in: the browser session or the API token that was shown. */
export type OwnVia = { kind: 'session'; sessionId: string } | { kind: 'token'; tokenId: string };

/** A background job, by the name it has in the log. */
export type JobVia = { kind: 'job'; name: string };

/** The real person or job behind an actor that acts as somebody else. */
export type Behind = { kind: 'admin'; userId: string; name: string; via: OwnVia } | JobVia;
export type OnBehalfVia = { kind: 'on_behalf'; by: Behind };

declare const proof: unique symbol;

/** The mark of a proven identity. It exists for the compiler only: no file but lib/authz/mint.ts can make one. */
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

/** A person who came in by themselves, and may read and write what the wall lets them. */
export type Actor = ClientActor | TeamActor | PlatformActor;

/**
 * A person of a client as whom an admin or a job looks at the portal. Read-only: `write` and the commands do not take it,
 * and its transactions are read-only in PostgreSQL too.
 */
export type OnBehalfActor = Proven<Person<OnBehalfVia> & ClientFacts>;

/** Every person-shaped actor that may read. */
export type ReadingActor = Actor | OnBehalfActor;

/** A background job, in the worker role across all tenants. */
export type JobActor = Proven<{ via: JobVia }>;
