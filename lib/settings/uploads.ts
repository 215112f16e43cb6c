import { Readable } from 'node:stream';
import { z } from 'zod';
import type { AdminActor } from '@/lib/authz/actor';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { type ServedFile, servedColumns } from '@/lib/storage/columns';
import { encode, withPicture } from '@/lib/storage/image';
import { keepFiles, letGoOfFiles } from '@/lib/storage/keep';
import { type SpooledFile, spoolMade } from '@/lib/storage/spool';

/** Pixels of the longer side, enough for the sizes at which pages and PDFs show it. */
const longest = 512;

/** The query of the logo's address: `v` changes with the logo, so that browsers fetch the new one. It selects nothing. */
export const logoInput = z.strictObject({ v: z.uuid().optional() });

/**
 * Sets the tenant's logo: the picture in the file, as a PNG without metadata. Opens its own transactions. Throws VALIDATION
 * on `logo` for a file that is no picture, TOO_LARGE when the tenant's storage is full, UNAVAILABLE when it is down.
 */
export async function uploadLogo(upload: SpooledFile, actor: AdminActor): Promise<void> {
  const settings = { field: 'logo', longest };
  const { bytes, contentType } = await withPicture(upload.path, settings, (picture) =>
    encode(picture, 'png', { longest, quality: 100 }),
  );
  const logo = await spoolMade(Readable.from([bytes]), { fileName: 'logo.png', contentType });
  await keepFiles(actor, [logo], (db, [fileId = null]) => setLogo(db, fileId, actor));
}

/** Removes the logo; pages show the tenant's monogram again. */
export async function removeLogo(db: WriteDb, _input: object, actor: AdminActor): Promise<void> {
  await setLogo(db, null, actor);
}

/** The logo file of a tenant. Throws NOT_FOUND where it has none. */
export async function getLogoFile(db: ReadDb, tenantId: string): Promise<ServedFile> {
  const select = { logo: { select: servedColumns } };
  return orNotFound((await db.tenant.findUnique({ where: { id: tenantId }, select }))?.logo);
}

async function setLogo(db: WriteDb, logoFileId: string | null, actor: AdminActor): Promise<void> {
  const where = { id: actor.tenantId };
  const before = await db.tenant.findUniqueOrThrow({ where, select: { logoFileId: true } });
  await db.tenant.update({ where, data: { logoFileId }, select: { id: true } });
  if (before.logoFileId) await letGoOfFiles(db, [before.logoFileId]);
  const name = logoFileId ? 'settings.logo_changed' : 'settings.logo_removed';
  await recordEvent(db, actor, { name, recordId: actor.tenantId, facts: {} });
}
