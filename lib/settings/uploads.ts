import { Readable } from 'node:stream';
import { z } from 'zod';
import { recordAudit } from '@/lib/audit/commands';
import type { AdminActor } from '@/lib/authz/actor';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { type ServedFile, servedColumns } from '@/lib/storage/columns';
import { encode, withPicture } from '@/lib/storage/image';
import { keepFiles, letGoOfFiles } from '@/lib/storage/keep';
import { type SpooledFile, spoolMade } from '@/lib/storage/spool';

/** Pixels of the longer side: sharp at the size that shells and papers show it in. */
const longest = 512;

/** What an address of the logo may carry: its version, so that browsers ask for a new one. It decides nothing. */
export const logoInput = z.strictObject({ v: z.uuid().optional() });

/**
 * Makes the picture in the file the business's logo, as a PNG without metadata. Opens its own transactions. Throws VALIDATION
 * on `logo` where it is no picture, TOO_LARGE where the business's storage is full, UNAVAILABLE when the storage is down.
 */
export async function uploadLogo(upload: SpooledFile, actor: AdminActor): Promise<void> {
  const settings = { field: 'logo', longest };
  const { bytes, contentType } = await withPicture(upload.path, settings, (picture) =>
    encode(picture, 'png', { longest, quality: 100 }),
  );
  const logo = await spoolMade(Readable.from([bytes]), { fileName: 'logo.png', contentType });
  await keepFiles(actor, [logo], (db, [fileId = null]) => setLogo(db, fileId, actor));
}

/** Goes back to the monogram. */
export async function removeLogo(db: WriteDb, _input: object, actor: AdminActor): Promise<void> {
  await setLogo(db, null, actor);
}

/** The logo of the business that the scope belongs to. Throws NOT_FOUND where it has none. */
export async function getLogoFile(db: ReadDb, tenantId: string): Promise<ServedFile> {
  const select = { logo: { select: servedColumns } };
  return orNotFound((await db.tenant.findUnique({ where: { id: tenantId }, select }))?.logo);
}

async function setLogo(db: WriteDb, logoFileId: string | null, actor: AdminActor): Promise<void> {
  const where = { id: actor.tenantId };
  const before = await db.tenant.findUniqueOrThrow({ where, select: { logoFileId: true } });
  await db.tenant.update({ where, data: { logoFileId }, select: { id: true } });
  if (before.logoFileId) await letGoOfFiles(db, [before.logoFileId]);
  await recordAudit(db, actor, {
    action: logoFileId ? 'logo.change' : 'logo.remove',
    recordType: 'tenant',
    recordId: actor.tenantId,
  });
}
