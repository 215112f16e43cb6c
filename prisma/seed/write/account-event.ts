import type { WriteDb } from '@/lib/db/handles';

/** A change of a client's account at a certain time. */
export type AccountEvent = { at: Date; write: (db: WriteDb) => Promise<void> };
