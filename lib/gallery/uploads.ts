import { Readable } from 'node:stream';
import type { TeamActor } from '@/lib/authz/actor';
import { laneOf } from '@/lib/authz/lane';
import { read } from '@/lib/authz/scope';
import { recordEvents } from '@/lib/events/record';
import { refuseSentPhoto } from '@/lib/gallery/checks';
import { requirePlace, sharing } from '@/lib/gallery/commands';
import { takenAt } from '@/lib/gallery/exif/rule';
import { type RenderedPhoto, renderPhoto } from '@/lib/gallery/renditions/files';
import type { UploadedPhoto, UploadPhotoInput } from '@/lib/gallery/schemas';
import { getTeamPhoto } from '@/lib/gallery/team-queries';
import type { Keep } from '@/lib/storage/keep';
import { lockSent } from '@/lib/storage/sent-twin';
import { type SpooledFile, spoolMade } from '@/lib/storage/spool';

/**
 * Creates a photo from an uploaded file: its renditions are kept, the upload itself is not. Opens its own transactions,
 * because none may be open while sharp renders. Throws VALIDATION on `photo`, `projectId` or `phaseId`, with `skipDuplicate` CONFLICT
 * for a file that the project has already, TOO_LARGE when the
 * tenant's storage is full, UNAVAILABLE when the storage is down or the render queue is full.
 */
export async function uploadPhoto(
  upload: SpooledFile,
  input: UploadPhotoInput,
  actor: TeamActor,
  keep: Keep<UploadedPhoto>,
): Promise<UploadedPhoto> {
  const { fileName, sha256: sentSha256 } = upload;
  const sent = { projectId: input.projectId, fileName, sentSha256 };
  const { clientId } = await read(actor, async (db) => {
    const place = await requirePlace(db, input);
    // Before it is rendered; asked again below, because a twin may be on its way.
    if (input.skipDuplicate) await refuseSentPhoto(db, sent);
    return place;
  });
  const rendered = await renderPhoto(upload.path, laneOf(actor));
  const now = new Date();
  const at = takenAt({ exif: rendered.exif, fileName, fileDate: input.fileDate }, actor.tenant.timeZone, now) ?? now;
  const { tenantId, userId } = actor;
  const { projectId, phaseId = null, caption = null, visibility = 'internal' } = input;

  return keep(await spoolRenditions(rendered), async (db, fileIds) => {
    if (input.skipDuplicate) {
      await lockSent(db, projectId, sentSha256);
      await refuseSentPhoto(db, sent);
    }
    const { width, height, placeholder } = rendered;
    const place = { tenantId, clientId, projectId, phaseId };
    const looks = { width, height, placeholder, caption, visibility };
    const { id } = await db.photo.create({
      data: { ...place, ...looks, takenAt: at, sentSha256, uploadedById: userId },
      select: { id: true },
    });
    await db.photoVariant.createMany({
      data: rendered.renditions.map(({ variant, width: w, height: h }, index) => ({
        ...{ tenantId, clientId, photoId: id, variant, width: w, height: h },
        fileId: fileIds[index] ?? '',
      })),
    });
    const facts = { projectId, clientId };
    await recordEvents(db, actor, [
      { name: 'photo.uploaded', recordId: id, facts: { ...facts, visibility, fileName } },
      ...sharing({ id, ...facts, visibility: 'internal' }, visibility),
    ]);
    return { ...(await getTeamPhoto(db, { id })), isCutShort: rendered.isCutShort };
  });
}

/** Spools each rendition under a neutral name: the camera's own file name may identify its owner. */
async function spoolRenditions({ renditions }: RenderedPhoto): Promise<SpooledFile[]> {
  const spooled: SpooledFile[] = [];
  try {
    for (const { bytes, contentType, variant } of renditions) {
      const ending = contentType === 'image/jpeg' ? 'jpg' : 'webp';
      const fileName = `photo${variant.startsWith('thumbnail') ? '-small' : ''}.${ending}`;
      spooled.push(await spoolMade(Readable.from([bytes]), { fileName, contentType }));
    }
    return spooled;
  } catch (error) {
    await Promise.all(spooled.map((file) => file.discard()));
    throw error;
  }
}
