import type { UserType } from '@/lib/authz/actor';

/** What one statement knows about the person of a session or a token. Facts only: the guards judge them. */
export type Identity = {
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
  sessionId: string | null;
  tokenId: string | null;
};
