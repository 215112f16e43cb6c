import { renderPhoto } from '@/lib/gallery/render';
import { type Clock, clockOf } from '@/prisma/seed/clock';
import type { Makers, PhotoOrder } from '@/prisma/seed/makers';
import type { KeptFile, Shelf } from '@/prisma/seed/shelf';
import type { Stage } from '@/prisma/seed/stage';
import { type BusinessStory, type DocumentEvent, type PhotoStory, uploadsOf } from '@/prisma/seed/story';

export type KeptPhoto = {
  width: number;
  height: number;
  placeholder: string;
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
  makers: Makers,
): Promise<Files> {
  const uploads = new Map<DocumentEvent, KeptFile>();
  const photos = new Map<PhotoStory, KeptPhoto>();
  const tasks: (() => Promise<unknown>)[] = [];
  for (const story of stories) {
    const clock = clockOf(story.tenant.timeZone, now);
    for (const document of story.documents)
      uploadsOf(document).forEach((event, index) => {
        tasks.push(async () => {
          const bytes = await makers.paper({ story, clock, document, version: index + 1 });
          uploads.set(event, await shelf.keep(bytes, event.upload, 'application/pdf'));
        });
      });
    for (const order of photoOrders(story, clock))
      tasks.push(async () => photos.set(order.photo, await makePhoto(order, shelf, makers)));
  }
  await inHands(tasks);
  return { upload: (event) => known(uploads.get(event)), photo: (photo) => known(photos.get(photo)) };
}

/** A row of `stored_files` for a file that is there. */
export function fileRow({ tenantId }: Stage, file: KeptFile, createdAt: Date) {
  return { ...file, tenantId, byteSize: BigInt(file.byteSize), status: 'stored' as const, createdAt };
}

function photoOrders(story: BusinessStory, clock: Clock): PhotoOrder[] {
  return story.batches
    .flatMap((batch) => batch.photos.map((photo) => ({ batch, photo })))
    .map((order, index) => ({ ...order, story, clock, index }));
}

/** The way of every uploaded photo: its renditions are kept, and the picture as it came, with its place in it, is not. */
async function makePhoto(order: PhotoOrder, shelf: Shelf, makers: Makers): Promise<KeptPhoto> {
  const taken = await makers.photo(order);
  const { renditions, width, height, placeholder } = await shelf.asFile(taken, renderPhoto);
  const variants: KeptPhoto['variants'] = [];
  for (const { variant, bytes, contentType, ...size } of renditions) {
    const name = `photo${variant.startsWith('thumbnail') ? '-small' : ''}`;
    const file = await shelf.keep(bytes, `${name}.${contentType === 'image/jpeg' ? 'jpg' : 'webp'}`, contentType);
    variants.push({ variant, width: size.width, height: size.height, file });
  }
  return { width, height, placeholder, variants };
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
