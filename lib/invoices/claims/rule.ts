/** The statuses of a claim, in the order in which they can follow: claimed, then one of the others. */
export const claimStatuses = ['claimed', 'confirmed', 'declined'] as const;
