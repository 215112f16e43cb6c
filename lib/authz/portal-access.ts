/** Why a client user has no access to the portal. */
export type PortalRefusal = 'portalOff' | 'noClient' | 'clientInactive';

type PortalUser = { portalEnabled: boolean; clientId: string | null; clientActive: boolean | null };

/** What keeps a client user out, or null. The person being active and the business being active are asked before. */
export function portalRefusal(user: PortalUser): PortalRefusal | null {
  if (!user.portalEnabled) return 'portalOff';
  if (user.clientId === null) return 'noClient';
  return user.clientActive === true ? null : 'clientInactive';
}

/** Whether a client user may use the portal: it is enabled for them, and their client is set and active. */
export function isClientPortalUser<U extends PortalUser>(user: U): user is U & { clientId: string } {
  return portalRefusal(user) === null;
}
