import { marta, tomas } from '@/prisma/seed/harbor-pine/people';

// Portugal: 23 %, and 6 % on the restoration of dwellings. Fees paid for the client carry none.
export const standard = 2300;
export const reduced = 600;
export const untaxed = 0;

/** Who works, and what an hour of theirs costs the business. */
export const byMarta = { by: marta, costRateMinor: 52_00n };
export const byTomas = { by: tomas, costRateMinor: 34_50n };
