import { Readable } from 'node:stream';
import type { AdminActor } from '@/lib/authz/actor';
import { encode, withPicture } from '@/lib/storage/image';
import { keepFiles } from '@/lib/storage/keep';
import { type SpooledFile, spoolMade } from '@/lib/storage/spool';
import { setLogo } from '@/lib/tenants/settings/commands';

/** Pixels of the longer side, enough for the sizes at which pages and PDFs show it. */
const longest = 512;

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
