import type { UserType } from '@/lib/authz/actor';
import type { FieldMessage } from '@/lib/errors';

/** What a person's record says about the portal. */
export type PortalFields = { userType: UserType; clientPortalEnabled: boolean; clientId: string | null };

/**
 * What is wrong with it, by field: the portal is for people of a client only, and needs to know which. A person may belong
 * to a client while the portal is off.
 */
export function portalProblems(person: PortalFields): Record<string, FieldMessage['key']> {
  const { userType, clientPortalEnabled, clientId } = person;
  if (userType === 'client') return clientPortalEnabled && !clientId ? { clientId: 'portalNeedsClient' } : {};
  return {
    ...(clientPortalEnabled && ({ clientPortalEnabled: 'clientOnly' } as const)),
    ...(clientId && ({ clientId: 'clientOnly' } as const)),
  };
}

type Change = { [K in keyof PortalFields]?: PortalFields[K] | null | undefined };

/** The record after a change. Who stops being a person of a client leaves client and portal, unless the change says otherwise. */
export function changedPortal(before: PortalFields, { userType, clientPortalEnabled, clientId }: Change): PortalFields {
  const type = userType ?? before.userType;
  const kept =
    before.userType === 'client' && type !== 'client' ? { clientPortalEnabled: false, clientId: null } : before;
  return {
    userType: type,
    clientPortalEnabled: clientPortalEnabled ?? kept.clientPortalEnabled,
    clientId: clientId === undefined ? kept.clientId : clientId,
  };
}
