import type { Clock } from '@/prisma/seed/clock';
import { writePaper } from '@/prisma/seed/papers/paper';
import { takePhoto } from '@/prisma/seed/pictures/photo';
import { luckOf } from '@/prisma/seed/pictures/solids';
import type { BusinessStory, DocumentStory, PhotoBatchStory, PhotoStory } from '@/prisma/seed/story';

/** Which version of which document is wanted as a PDF. Versions count from 1. */
export type PaperOrder = { story: BusinessStory; clock: Clock; document: DocumentStory; version: number };

/** Which photo of which batch is wanted as a JPEG, and the how manieth of its business it is. */
export type PhotoOrder = {
  story: BusinessStory;
  clock: Clock;
  batch: PhotoBatchStory;
  photo: PhotoStory;
  index: number;
};

/** Who makes the bytes of the demo's files. Tests that look at rows have quicker hands. */
export type Makers = {
  paper: (order: PaperOrder) => Promise<Uint8Array>;
  photo: (order: PhotoOrder) => Promise<Uint8Array>;
};

const cameras = {
  admin: { make: 'Apple', model: 'iPhone 16' },
  staff: { make: 'Google', model: 'Pixel 9' },
  client: { make: 'FUJIFILM', model: 'X100VI' },
};

/** Real documents, and photos that look real. The photos take most of a minute of a processor. */
export const demoMakers: Makers = {
  paper: writePaper,
  photo: ({ story, clock, batch: { project, by }, photo, index }) => {
    const [latitude, longitude] = project.location;
    const [north, east] = [luckOf([index, 1, 0]) - 0.5, luckOf([index, 2, 0]) - 0.5];
    const shot = {
      camera: cameras[by.userType],
      at: clock.at(photo.taken),
      timeZone: story.tenant.timeZone,
      // Somewhere within thirty metres: nobody stands still.
      location: [latitude + north * 0.0005, longitude + east * 0.0005] as const,
    };
    return takePhoto(photo.view, shot, photo.portrait ?? false);
  },
};
