/** Why a client user has no access to the portal. */
export type PortalRefusal = 'portalOff' | 'noClient' | 'clientInactive';

type PortalUser = { portalEnabled: boolean; clientId: string | null; clientActive: boolean | null };

/** The reason why a client user has no access, or null. Callers check first that the person and the tenant are active. */
export function portalRefusal(user: PortalUser): PortalRefusal | null {
  if (!user.portalEnabled) return 'portalOff';
  if (user.clientId === null) return 'noClient';
  return user.clientActive === true ? null : 'clientInactive';
}

/** Whether a client user may use the portal: it is enabled for them, and their client is set and active. */
export function isClientPortalUser<U extends PortalUser>(user: U): user is U & { clientId: string } {
  return portalRefusal(user) === null;
}
