import { Readable } from 'node:stream';
import type { AdminActor } from '@/lib/authz/actor';
import { laneOf } from '@/lib/authz/lane';
import { orNotFound } from '@/lib/errors';
import { paths } from '@/lib/paths';
import { readPicture } from '@/lib/storage/image';
import type { Keep } from '@/lib/storage/keep';
import { type SpooledFile, spoolMade } from '@/lib/storage/spool';
import { setLogo } from '@/lib/tenants/settings/commands';

/** Pixels of the longer side, enough for the sizes at which pages and PDFs show it. */
const longest = 512;

/**
 * Sets the tenant's logo: the picture in the file, as a PNG without metadata. Returns its address. Opens its own transactions. Throws VALIDATION
 * on `logo` for a file that is no picture, TOO_LARGE when the tenant's storage is full, UNAVAILABLE when it is down.
 */
export async function uploadLogo(upload: SpooledFile, actor: AdminActor, keep: Keep<string>): Promise<string> {
  const encodings = [{ format: 'png' as const, longest, quality: 100 }];
  const settings = { field: 'logo', longest, lane: laneOf(actor), encodings };
  const { pictures } = await readPicture(upload.path, settings);
  const { bytes, contentType } = orNotFound(pictures[0]);
  const logo = await spoolMade(Readable.from([bytes]), { fileName: 'logo.png', contentType });
  return keep([logo], async (db, [fileId = null]) => {
    await setLogo(db, fileId, actor);
    return paths.files.logo();
  });
}
