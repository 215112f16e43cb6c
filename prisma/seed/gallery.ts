import { fileRow } from '@/prisma/seed/files';
import { peopleOf, type Stage, under } from '@/prisma/seed/stage';
import type { PhotoBatchStory, PhotoStory, ProjectStory } from '@/prisma/seed/story';

/** Photos with their renditions, in the batches they were uploaded in. */
export async function writeGallery(stage: Stage): Promise<void> {
  for (const batch of stage.story.batches) {
    const place = under(stage, batch.project);
    const at = stage.at(batch.at);
    await stage.inNameOf(batch.by, async (db) => {
      await db.galleryItem.createMany({ data: batch.photos.map((photo) => photoRow(stage, batch, photo)) });
      const variants = batch.photos.flatMap((photo) =>
        stage.files.photo(photo).variants.map((variant) => ({ ...variant, galleryItemId: stage.idOf(photo) })),
      );
      await db.storedFile.createMany({ data: variants.map(({ file }) => fileRow(stage, file, at)) });
      const parent = { tenantId: place.tenantId, clientId: place.clientId };
      await db.galleryVariant.createMany({
        data: variants.map(({ file, ...variant }) => ({ ...parent, ...variant, fileId: file.id })),
      });
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
  const { width, height, placeholder, takenAt } = stage.files.photo(photo);
  return {
    ...under(stage, project),
    id: stage.idOf(photo),
    phaseId: photo.phase ? phaseId(stage, project, photo.phase) : null,
    visibility: photo.visibility,
    caption: photo.caption,
    takenAt,
    ...{ width, height, placeholder },
    uploadedById: stage.idOf(by),
    sharedAt: photo.visibility === 'client' ? uploadedAt : null,
    createdAt: uploadedAt,
    updatedAt: uploadedAt,
  };
}

function phaseId({ idOf }: Stage, project: ProjectStory, key: string): string {
  const phase = project.phases.find((one) => one.key === key);
  if (!phase) throw new Error(`"${project.name}" has no phase "${key}"`);
  return idOf(phase);
}
