import type { Origin } from '@/lib/http/origin';
import type { UserType } from '@/lib/user-type';

export type { Origin, UserType };

/** The tenant as its people see it. */
export type ActorTenant = {
  id: string;
  slug: string;
  name: string;
  accent: string;
  /** Where the logo is; null without one. */
  logo: string | null;
  currency: string;
  timeZone: string;
  locale: string;
};

declare const proof: unique symbol;

type Person = {
  userId: string;
  name: string;
  email: string;
  locale: string | null;
  /** The browser session or the API token that was shown; exactly one of the two is set. */
  sessionId: string | null;
  tokenId: string | null;
  origin: Origin;
};

/** Someone whose identity is proven. The type cannot be built by hand: only lib/authz/guards.ts makes one. */
type Proven<T> = Person & T & { readonly [proof]: true };

export type ClientActor = Proven<{ userType: 'client'; tenantId: string; clientId: string; tenant: ActorTenant }>;
export type StaffActor = Proven<{ userType: 'staff'; tenantId: string; tenant: ActorTenant }>;
export type AdminActor = Proven<{ userType: 'admin'; tenantId: string; tenant: ActorTenant }>;
export type PlatformActor = Proven<{ userType: 'super_admin' }>;

/** The business's own people. */
export type TeamActor = AdminActor | StaffActor;
export type Actor = ClientActor | TeamActor | PlatformActor;
