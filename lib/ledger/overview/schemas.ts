import type { Day } from '@/lib/calendar';

/** The balance of an account at the end of a day, in minor units. */
export type CurvePoint = { on: Day; balance: bigint };

/** An invoice that an entry refers to. */
export type Related = { entryId: string; id: string; number: string };
