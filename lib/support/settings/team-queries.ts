import type { ReadDb, WriteDb } from '@/lib/db/handles';
import type { Targets } from '@/lib/support/rule';

/** The targets of the actor's business; none where it has set none. */
export async function getTargets(db: ReadDb | WriteDb, { tenantId }: { tenantId: string }): Promise<Targets> {
  const select = { firstResponseHours: true, resolutionHours: true } as const;
  const found = await db.supportSettings.findUnique({ where: { tenantId }, select });
  return found ?? { firstResponseHours: null, resolutionHours: null };
}
