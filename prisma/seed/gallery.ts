import { announcedFile } from '@/prisma/seed/files';
import { uuid7 } from '@/prisma/seed/ids';
import { peopleOf, type Stage, under } from '@/prisma/seed/stage';
import type { PhotoBatchStory, PhotoStory, ProjectStory } from '@/prisma/seed/story';

/** The longest side of each rendition, in pixels. */
const renditions = { thumbnail: 480, large: 2048 };

/** Photos with their renditions, in the batches they were uploaded in. */
export async function writeGallery(stage: Stage): Promise<void> {
  for (const batch of stage.story.batches) {
    const place = under(stage, batch.project);
    const at = stage.at(batch.at);
    await stage.inNameOf(batch.by, async (db) => {
      await db.galleryItem.createMany({ data: batch.photos.map((photo) => photoRow(stage, batch, photo)) });
      const variants = batch.photos.flatMap((photo) => variantRows(stage, photo));
      await db.storedFile.createMany({
        data: variants.map(({ fileId, variant }) => announcedFile(stage, fileId, `${variant}.jpg`, 'image/jpeg', at)),
      });
      const parent = { tenantId: place.tenantId, clientId: place.clientId };
      await db.galleryVariant.createMany({ data: variants.map((variant) => ({ ...parent, ...variant })) });
    });
    const shared = batch.photos.filter(({ visibility }) => visibility !== 'internal').length;
    if (shared === 0) continue;
    stage.notices.push({
      at,
      kind: 'photos_shared',
      recordType: 'project',
      recordId: place.projectId,
      facts: { count: shared, project: batch.project.name, projectId: place.projectId },
      to: peopleOf(stage, batch.project.client),
    });
  }
}

function photoRow(stage: Stage, { project, by, at }: PhotoBatchStory, photo: PhotoStory) {
  const uploadedAt = stage.at(at);
  return {
    ...under(stage, project),
    id: stage.idOf(photo),
    phaseId: photo.phase ? phaseId(stage, project, photo.phase) : null,
    visibility: photo.visibility,
    caption: photo.caption,
    takenAt: stage.at(photo.taken),
    ...sized(photo, renditions.large),
    placeholder: photo.tone,
    uploadedById: stage.idOf(by),
    createdAt: uploadedAt,
    updatedAt: uploadedAt,
  };
}

function variantRows(stage: Stage, photo: PhotoStory) {
  return Object.entries(renditions).map(([variant, longest]) => ({
    galleryItemId: stage.idOf(photo),
    variant,
    fileId: uuid7(),
    ...sized(photo, longest),
  }));
}

// Cameras take three by two.
function sized({ portrait }: PhotoStory, longest: number): { width: number; height: number } {
  const shortest = Math.round((longest * 2) / 3);
  return portrait ? { width: shortest, height: longest } : { width: longest, height: shortest };
}

function phaseId({ idOf }: Stage, project: ProjectStory, key: string): string {
  const phase = project.phases.find((one) => one.key === key);
  if (!phase) throw new Error(`"${project.name}" has no phase "${key}"`);
  return idOf(phase);
}
