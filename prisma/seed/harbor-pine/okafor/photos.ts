import { house, kitchen } from '@/prisma/seed/harbor-pine/okafor/projects';
import { marta, tomas } from '@/prisma/seed/harbor-pine/people';
import type { PhotoBatchStory, PhotoStory } from '@/prisma/seed/story';

export const slab: PhotoStory = {
  visibility: 'client',
  phase: 'groundworks',
  caption: 'The slab the morning after the pour, kept damp under sacking',
  taken: [-97, '08:20'],
  file: 'house-slab-under-sacking',
};

export const firstWall: PhotoStory = {
  visibility: 'client',
  phase: 'frame',
  caption: 'The first wall goes up: south side, living room',
  taken: [-82, '10:45'],
  file: 'house-first-wall',
};

export const ridge: PhotoStory = {
  visibility: 'public',
  phase: 'roof',
  caption: 'The ridge beam in place, with the sea behind it',
  taken: [-41, '16:30'],
  file: 'house-ridge-beam',
};

export const roofDone: PhotoStory = {
  visibility: 'client',
  phase: 'roof',
  caption: 'Roof closed: the last row of tiles above the workshop',
  taken: [-25, '15:10'],
  file: 'house-roof-closed',
};

export const slidingDoor: PhotoStory = {
  visibility: 'client',
  phase: 'windows',
  caption: 'The big sliding door of the living room, still with its film',
  taken: [-8, '11:25'],
  file: 'house-sliding-door',
};

/** Photos of the Okafors' projects, in the batches they were uploaded in. */
export const okaforBatches: PhotoBatchStory[] = [
  {
    project: kitchen,
    by: tomas,
    at: [-217, '16:40'],
    photos: [
      {
        visibility: 'internal',
        phase: 'demolition',
        caption: 'Old wiring behind the dining room wall, for the file',
        taken: [-272, '09:30'],
        file: 'flat-old-wiring',
      },
      {
        visibility: 'client',
        phase: 'cabinets',
        caption: 'Oak fronts hung, handles still to come',
        taken: [-231, '15:20'],
        file: 'flat-oak-fronts',
      },
      {
        visibility: 'public',
        phase: 'finish',
        caption: 'The finished kitchen in evening light',
        taken: [-218, '18:05'],
        file: 'flat-kitchen-in-evening-light',
      },
      {
        visibility: 'client',
        phase: 'finish',
        caption: 'Worktop edge and tile joint, seen from the window',
        taken: [-218, '12:10'],
        file: 'flat-worktop-edge',
      },
    ],
  },
  {
    project: house,
    by: tomas,
    at: [-96, '17:15'],
    photos: [
      {
        visibility: 'client',
        phase: 'groundworks',
        caption: 'Excavation at full depth; the rock begins at the north corner',
        taken: [-113, '11:00'],
        file: 'house-excavation',
      },
      {
        visibility: 'internal',
        phase: 'groundworks',
        caption: 'Crack in the neighbour’s boundary wall before we started',
        taken: [-121, '09:10'],
        file: 'neighbour-wall-cracked',
      },
      slab,
    ],
  },
  {
    project: house,
    by: tomas,
    at: [-63, '16:20'],
    photos: [
      firstWall,
      {
        visibility: 'client',
        phase: 'frame',
        caption: 'Upper floor joists from the stair opening',
        taken: [-68, '14:05'],
        file: 'house-floor-joists',
      },
      {
        visibility: 'internal',
        phase: 'frame',
        caption: 'Two damaged studs, sent back to the mill',
        taken: [-75, '08:35'],
        file: 'damaged-studs',
      },
    ],
  },
  {
    project: house,
    by: marta,
    at: [-24, '18:00'],
    photos: [
      ridge,
      roofDone,
      {
        visibility: 'client',
        phase: 'roof',
        caption: 'Membrane and battens, ready for tiles',
        taken: [-36, '13:30'],
        file: 'house-roof-battens',
      },
      {
        visibility: 'public',
        phase: 'frame',
        caption: 'The house from the lane, frame complete',
        taken: [-50, '17:45'],
        file: 'house-frame-from-the-lane',
      },
    ],
  },
  {
    project: house,
    by: tomas,
    at: [-7, '17:30'],
    photos: [
      slidingDoor,
      {
        visibility: 'client',
        phase: 'windows',
        caption: 'Bedroom windows on the east side, sealed and taped',
        taken: [-9, '10:40'],
        file: 'house-bedroom-windows',
      },
      {
        visibility: 'client',
        phase: 'services',
        caption: 'Manifold for the floor heating in the utility room',
        taken: [-8, '16:15'],
        file: 'house-heating-manifold',
      },
      {
        visibility: 'internal',
        phase: 'windows',
        caption: 'Scratch on the frame of W-07, reported to the supplier',
        taken: [-9, '10:55'],
        file: 'window-frame-scratched',
      },
    ],
  },
  {
    project: house,
    by: tomas,
    at: [-2, '16:55'],
    photos: [
      {
        visibility: 'client',
        phase: 'services',
        caption: 'Cable runs on the upper floor before they disappear',
        taken: [-2, '11:20'],
        file: 'house-cable-runs',
      },
      {
        visibility: 'client',
        phase: 'windows',
        caption: 'Front door frame set; the door itself follows next week',
        taken: [-2, '14:30'],
        file: 'house-front-door-frame',
      },
    ],
  },
];
