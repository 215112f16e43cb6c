import { z } from 'zod';

const hours = z.number().int().min(1).max(2000).nullable();

/** Within how many hours a business means to answer first, and to close; null where it has set none. */
export const supportTargets = z.object({ firstResponseHours: hours, resolutionHours: hours });

export const changeTargetsInput = z.strictObject({ firstResponseHours: hours, resolutionHours: hours });

export type ChangeTargetsInput = z.output<typeof changeTargetsInput>;
