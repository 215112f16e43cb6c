import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { type ServedFile, servedColumns } from '@/lib/storage/columns';

/** The logo file of a tenant; null where it has none. */
export async function findLogoFile(db: ReadDb, tenantId: string): Promise<ServedFile | null> {
  const select = { logo: { select: servedColumns } };
  return (await db.tenant.findUnique({ where: { id: tenantId }, select }))?.logo ?? null;
}

/** The logo file of a tenant. Throws NOT_FOUND where it has none. */
export async function getLogoFile(db: ReadDb, tenantId: string): Promise<ServedFile> {
  return orNotFound(await findLogoFile(db, tenantId));
}
