import { takenAt } from '@/lib/gallery/exif/rule';
import { renderPhoto } from '@/lib/gallery/renditions/files';
import { checkedFile } from '@/lib/storage/checked-file';
import type { Clock } from '@/prisma/seed/clock';
import { cameraJpeg } from '@/prisma/seed/files/camera';
import type { Contents } from '@/prisma/seed/files/contents';
import type { SeedStorage, StoredFile } from '@/prisma/seed/files/storage';
import { randomOf } from '@/prisma/seed/random';
import { rowOf } from '@/prisma/seed/row-of';
import type { PhotoData, PhotoUploadData, Story } from '@/prisma/seed/story';

/** A photo whose renditions are in the storage: the columns of its future rows. */
export type StoredPhoto = {
  width: number;
  height: number;
  placeholder: string;
  takenAt: Date;
  variants: { variant: string; width: number; height: number; file: StoredFile }[];
};

export type PhotoOrder = {
  story: Story;
  clock: Clock;
  upload: PhotoUploadData;
  key: string;
  photo: PhotoData;
};

const cameras = {
  admin: { make: 'Apple', model: 'iPhone 16' },
  staff: { make: 'Google', model: 'Pixel 9' },
  client: { make: 'FUJIFILM', model: 'X100VI' },
};

/** The JPEG of a photo as it is uploaded: with camera EXIF, and a GPS position within thirty metres of the project's. */
export async function uploadedPhoto(
  { story, clock, upload, key, photo }: PhotoOrder,
  contents: Contents,
): Promise<Uint8Array> {
  const { latitude, longitude } = rowOf(story.projects, upload.project, 'project').location;
  const random = randomOf(key);
  return cameraJpeg(await contents.picture(story.tenant.slug, key), {
    camera: cameras[rowOf(story.people, upload.by, 'person').userType],
    takenAt: clock.at(photo.taken),
    timeZone: story.tenant.timeZone,
    location: { latitude: latitude + (random() - 0.5) * 0.0005, longitude: longitude + (random() - 0.5) * 0.0005 },
  });
}

/**
 * Takes a photo through the steps of `uploadPhoto` (lib/gallery/uploads.ts): the type is sniffed, the picture is decoded, the
 * renditions without metadata are stored, the upload is not. That command itself needs a signed-in person, opens transactions
 * of its own and stamps its rows with the present time; the seed writes the past of many people in one transaction.
 */
export async function makePhoto(
  order: PhotoOrder,
  now: Date,
  storage: SeedStorage,
  contents: Contents,
): Promise<StoredPhoto> {
  const name = `${order.key}.jpg`;
  const uploaded = await uploadedPhoto(order, contents);
  const { renditions, width, height, placeholder, exif } = await storage.withTemporaryFile(uploaded, async (path) => {
    await checkedFile({ path, byteSize: uploaded.byteLength }, { kind: 'photo', name, field: 'photo' });
    return renderPhoto(path, 'operator');
  });
  const taken = takenAt({ exif }, order.story.tenant.timeZone, now);
  if (!taken) throw new Error(`${name} has no time in its EXIF`);
  const variants: StoredPhoto['variants'] = [];
  for (const { variant, bytes, contentType, ...size } of renditions) {
    const ending = contentType === 'image/jpeg' ? 'jpg' : 'webp';
    const fileName = `photo${variant.startsWith('thumbnail') ? '-small' : ''}.${ending}`;
    const file = await storage.store(bytes, fileName, contentType);
    variants.push({ variant, width: size.width, height: size.height, file });
  }
  return { width, height, placeholder, takenAt: taken, variants };
}
