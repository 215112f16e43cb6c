import type { FieldMessage } from '@/lib/errors';
import type { UserType } from '@/lib/user-type';

/** The people of a tenant: all but the operators of the platform. */
export const tenantUserTypes = ['admin', 'staff', 'client'] as const satisfies readonly UserType[];

/** The fields of a person that decide about the portal. */
export type PortalFields = { userType: UserType; clientPortalEnabled: boolean; clientId: string | null };

/**
 * The errors of these fields: only people of type client may have the portal and a client, and the portal needs a client. A
 * person may belong to a client while the portal is off.
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

/** The fields after a change. A new type other than client removes client and portal, unless the change names them. */
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

/**
 * The portal's switch that follows from the client chosen in a form: another client gives access, none takes it, and the same one
 * leaves it as it is (undefined).
 */
export function accessByClient(before: string | null, chosen: string | null | undefined): boolean | undefined {
  if (chosen === null) return false;
  return chosen === undefined || chosen === before ? undefined : true;
}
