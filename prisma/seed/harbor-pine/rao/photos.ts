import { marta, tomas } from '@/prisma/seed/harbor-pine/people';
import { terrace, villa } from '@/prisma/seed/harbor-pine/rao/projects';
import type { PhotoBatchStory, PhotoStory } from '@/prisma/seed/story';

export const oldBeams: PhotoStory = {
  visibility: 'client',
  phase: 'structure',
  caption: 'New oak spliced into the old chestnut beam above the hall',
  taken: [-71, '14:40'],
  file: 'villa-spliced-beam',
};

export const tiledHall: PhotoStory = {
  visibility: 'public',
  phase: 'interiors',
  caption: 'The tiled hall before cleaning; the blue is all still there',
  taken: [-6, '12:00'],
  file: 'villa-hall-tiled',
};

export const limeTest: PhotoStory = {
  visibility: 'client',
  phase: 'facade',
  caption: 'Three lime washes side by side on the north wall',
  taken: [-22, '09:50'],
  file: 'villa-lime-washes',
};

export const gutters: PhotoStory = {
  visibility: 'client',
  phase: 'roof',
  caption: 'Zinc gutters on the chapel wing, soldered on site',
  taken: [-13, '10:15'],
  file: 'villa-zinc-gutters',
};

/** Photos of Ravi Rao's projects, in the batches they were uploaded in. */
export const raoBatches: PhotoBatchStory[] = [
  {
    project: villa,
    by: tomas,
    at: [-70, '15:00'],
    photos: [
      {
        visibility: 'client',
        phase: 'survey',
        caption: 'The east front as we found it',
        taken: [-116, '10:20'],
        file: 'villa-east-front',
      },
      oldBeams,
      {
        visibility: 'client',
        phase: 'structure',
        caption: 'Steel shoes at the foot of the stair wall, soon covered',
        taken: [-73, '09:45'],
        file: 'villa-steel-shoes',
      },
      {
        visibility: 'internal',
        phase: 'structure',
        caption: 'Woodworm in the pantry floor: price separately',
        taken: [-88, '16:10'],
        file: 'villa-woodworm',
      },
    ],
  },
  {
    project: villa,
    by: marta,
    at: [-12, '12:45'],
    photos: [
      limeTest,
      gutters,
      {
        visibility: 'public',
        phase: 'roof',
        caption: 'Old roof tiles cleaned and sorted for the street side',
        taken: [-30, '17:00'],
        file: 'villa-roof-tiles-sorted',
      },
      {
        visibility: 'client',
        phase: 'roof',
        caption: 'Boards on the main roof, seen from the scaffold',
        taken: [-27, '08:50'],
        file: 'villa-roof-boarded',
      },
    ],
  },
  {
    project: villa,
    by: tomas,
    at: [-5, '17:10'],
    photos: [
      tiledHall,
      {
        visibility: 'client',
        phase: 'interiors',
        caption: 'A test field of cleaned tiles by the door',
        taken: [-6, '12:30'],
        file: 'villa-hall-cleaned-field',
      },
      {
        visibility: 'internal',
        phase: 'interiors',
        caption: 'Hollow tiles marked with tape, forty-one in all',
        taken: [-6, '13:05'],
        file: 'villa-hall-hollow-tiles',
      },
    ],
  },
  {
    project: terrace,
    by: tomas,
    at: [-43, '15:35'],
    photos: [
      {
        visibility: 'client',
        phase: 'walls',
        caption: 'The first four metres of dry-stone wall',
        taken: [-44, '11:50'],
        file: 'dry-stone-wall',
      },
      {
        visibility: 'internal',
        phase: 'walls',
        caption: 'Bulge in the retaining wall, measured at 11 cm',
        taken: [-45, '10:05'],
        file: 'retaining-wall-bulging',
      },
    ],
  },
];
