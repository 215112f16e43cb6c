import { peopleOf, projectColumns, type SeedContext } from '@/prisma/seed/context';
import type { PhotoData, PhotoUploadData } from '@/prisma/seed/story';
import { storedFileRow } from '@/prisma/seed/write/stored-files';

/** Writes the photos with their renditions, one upload after the other. */
export async function writePhotos(context: SeedContext): Promise<void> {
  for (const upload of context.story.photoUploads) {
    await writeUpload(context, upload);
    const count = Object.values(upload.photos).filter(({ visibility }) => visibility !== 'internal').length;
    if (count === 0) continue;
    const { name, client } = context.project(upload.project);
    const { projectId } = projectColumns(context, upload.project);
    context.notices.push({
      at: context.at(upload.at),
      kind: 'photos_shared',
      recordType: 'project',
      recordId: projectId,
      projectId,
      facts: { count, projectName: name },
      to: peopleOf(context, client),
    });
  }
}

async function writeUpload(context: SeedContext, upload: PhotoUploadData): Promise<void> {
  const { tenantId, clientId } = projectColumns(context, upload.project);
  const uploadedAt = context.at(upload.at);
  const photos = Object.entries(upload.photos);
  const variants = photos.flatMap(([key]) =>
    context.files.photo(key).variants.map((variant) => ({ ...variant, photoId: context.idOf('photos', key) })),
  );
  await context.actAsPerson(upload.by, async (db) => {
    await db.photo.createMany({ data: photos.map(([key, photo]) => photoRow(context, upload, key, photo)) });
    await db.storedFile.createMany({ data: variants.map(({ file }) => storedFileRow(tenantId, file, uploadedAt)) });
    await db.photoVariant.createMany({
      data: variants.map(({ file, ...variant }) => ({ tenantId, clientId, ...variant, fileId: file.id })),
    });
  });
}

function photoRow(context: SeedContext, { project, by, at }: PhotoUploadData, key: string, photo: PhotoData) {
  const { idOf, files } = context;
  const { phase, visibility, caption } = photo;
  const { width, height, placeholder, takenAt } = files.photo(key);
  const uploadedAt = context.at(at);
  return {
    ...projectColumns(context, project),
    ...{ id: idOf('photos', key), phaseId: idOf('phases', `${project}/${phase}`), uploadedById: idOf('people', by) },
    ...{ visibility, caption, takenAt, width, height, placeholder },
    sharedAt: visibility === 'client' ? uploadedAt : null,
    createdAt: uploadedAt,
    updatedAt: uploadedAt,
  };
}
