/** What a pass can open: the sections of the chosen projects, and the account, which is one for all projects of the client. */
export const guestSections = ['progress', 'updates', 'photos', 'documents', 'hours', 'invoices', 'account'] as const;
export type GuestSection = (typeof guestSections)[number];

/** The longest life of a pass in days. */
export const mostDays = 90;

/** Live passes that one person may have at a time. */
export const mostPasses = 50;

export type GuestState = 'live' | 'expired' | 'revoked';

/** Whether a pass opens anything; what its person may see decides besides. */
export function stateOf(
  { expiresAt, revokedAt }: { expiresAt: Date; revokedAt: Date | null },
  now = Date.now(),
): GuestState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt.getTime() <= now ? 'expired' : 'live';
}

/** Whether a stored text names a section. */
export const isSection = (name: string): name is GuestSection => (guestSections as readonly string[]).includes(name);
