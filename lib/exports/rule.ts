/** The states of an archive, as PostgreSQL declares them. */
export const exportStates = ['waiting', 'working', 'ready', 'failed', 'expired'] as const;

/**
 * Why there is no archive. `accessEnded`: the person lost their access before it was done. `trouble`: it failed again and again.
 */
export const exportReasons = ['accessEnded', 'trouble'] as const;
export type ExportReason = (typeof exportReasons)[number];

/** Days for which an archive can be downloaded. */
export const keptDays = 7;

/** Archives that one person may ask for about a client within a day: each is the work of minutes. */
export const mostPerDay = 5;

/** Tries after which an archive is given up. */
export const mostTries = 5;
