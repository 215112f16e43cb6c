import { renderPhoto } from '@/lib/gallery/render';
import { takenAt } from '@/lib/gallery/taken-at';
import { checkedFile } from '@/lib/storage/checked-file';
import { cameraJpeg } from '@/prisma/seed/camera';
import { chanceOf } from '@/prisma/seed/chance';
import { type Clock, clockOf } from '@/prisma/seed/clock';
import type { Contents } from '@/prisma/seed/contents';
import type { KeptFile, Shelf } from '@/prisma/seed/shelf';
import type { Stage } from '@/prisma/seed/stage';
import {
  type BusinessStory,
  type DocumentEvent,
  type PhotoBatchStory,
  type PhotoStory,
  uploadsOf,
} from '@/prisma/seed/story';

export type KeptPhoto = {
  width: number;
  height: number;
  placeholder: string;
  takenAt: Date;
  variants: { variant: string; width: number; height: number; file: KeptFile }[];
};

/** The files of the demo, found by what they belong to. They lie in the storage already. */
export type Files = {
  upload: (event: DocumentEvent) => KeptFile;
  photo: (photo: PhotoStory) => KeptPhoto;
};

/** Works of making that go on at the same time: one waits for the disk or the codec while another one uses the processor. */
const hands = 3;

/** Makes all files of the businesses and keeps them on the shelf. */
export async function makeFiles(
  stories: readonly BusinessStory[],
  now: Date,
  shelf: Shelf,
  contents: Contents,
): Promise<Files> {
  const uploads = new Map<DocumentEvent, KeptFile>();
  const photos = new Map<PhotoStory, KeptPhoto>();
  const tasks: (() => Promise<unknown>)[] = [];
  for (const story of stories) {
    const clock = clockOf(story.tenant.timeZone, now);
    for (const document of story.documents)
      uploadsOf(document).forEach((event, index) => {
        tasks.push(async () => {
          const bytes = await contents.paper({ story, clock, document, version: index + 1 });
          uploads.set(event, await shelf.keep(bytes, event.upload, 'application/pdf'));
        });
      });
    for (const batch of story.batches)
      for (const photo of batch.photos)
        tasks.push(async () =>
          photos.set(photo, await makePhoto({ story, clock, batch, photo, now }, shelf, contents)),
        );
  }
  await inHands(tasks);
  return { upload: (event) => known(uploads.get(event)), photo: (photo) => known(photos.get(photo)) };
}

/** A row of `stored_files` for a file that is there. */
export function fileRow({ tenantId }: Stage, file: KeptFile, createdAt: Date) {
  return { ...file, tenantId, byteSize: BigInt(file.byteSize), status: 'stored' as const, createdAt };
}

type PhotoOrder = { story: BusinessStory; clock: Clock; batch: PhotoBatchStory; photo: PhotoStory; now: Date };

const cameras = {
  admin: { make: 'Apple', model: 'iPhone 16' },
  staff: { make: 'Google', model: 'Pixel 9' },
  client: { make: 'FUJIFILM', model: 'X100VI' },
};

/** The JPEG of a photo as its uploader's camera delivered it: taken within thirty metres of the project's location. */
export async function uploadedPhoto(
  { story, clock, batch, photo }: PhotoOrder,
  contents: Contents,
): Promise<Uint8Array> {
  const random = chanceOf(photo.file);
  const [latitude, longitude] = batch.project.location;
  return cameraJpeg(await contents.picture(story.tenant.slug, photo.file), {
    camera: cameras[batch.by.userType],
    takenAt: clock.at(photo.taken),
    timeZone: story.tenant.timeZone,
    location: { latitude: latitude + (random() - 0.5) * 0.0005, longitude: longitude + (random() - 0.5) * 0.0005 },
  });
}

/**
 * Takes a photo through the steps of `uploadPhoto` (lib/gallery/upload.ts): the type is sniffed, the picture is decoded, the
 * renditions without metadata are kept, the upload is not. The command itself needs a signed-in person, opens transactions
 * of its own and stamps its rows with the present time; the seed writes the past of many people in one transaction.
 */
async function makePhoto(order: PhotoOrder, shelf: Shelf, contents: Contents): Promise<KeptPhoto> {
  const { timeZone } = order.story.tenant;
  const name = `${order.photo.file}.jpg`;
  const uploaded = await uploadedPhoto(order, contents);
  const { renditions, width, height, placeholder, exif } = await shelf.asFile(uploaded, async (path) => {
    await checkedFile({ path, byteSize: uploaded.byteLength }, { kind: 'photo', name, field: 'photo' });
    return renderPhoto(path);
  });
  const taken = takenAt(exif, timeZone, order.now);
  if (!taken) throw new Error(`${name} has no time in its EXIF`);
  const variants: KeptPhoto['variants'] = [];
  for (const { variant, bytes, contentType, ...size } of renditions) {
    const ending = contentType === 'image/jpeg' ? 'jpg' : 'webp';
    const fileName = `photo${variant.startsWith('thumbnail') ? '-small' : ''}.${ending}`;
    const file = await shelf.keep(bytes, fileName, contentType);
    variants.push({ variant, width: size.width, height: size.height, file });
  }
  return { width, height, placeholder, takenAt: taken, variants };
}

/** Does the tasks, a few at a time. After a failure none is begun, and those that have been are waited for. */
async function inHands(tasks: (() => Promise<unknown>)[]): Promise<void> {
  const work = async () => {
    for (let task = tasks.shift(); task; task = tasks.shift())
      try {
        await task();
      } catch (error) {
        tasks.length = 0;
        throw error;
      }
  };
  const done = await Promise.allSettled(Array.from({ length: hands }, work));
  for (const one of done) if (one.status === 'rejected') throw one.reason;
}

function known<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('A file was never made');
  return thing;
}
