import { dana } from '@/prisma/seed/kestrel/people';
import { annualReport, identity } from '@/prisma/seed/kestrel/projects';
import type { PhotoBatchStory, PhotoStory } from '@/prisma/seed/story';

export const pressSheet: PhotoStory = {
  visibility: 'client',
  phase: 'print',
  caption: 'Press sheet of the report, second side',
  taken: [-112, '19:20'],
  file: 'report-press-sheet',
};
export const markOnCarton: PhotoStory = {
  visibility: 'client',
  phase: 'mark',
  caption: 'Direction A on a carton, cut and folded by hand',
  taken: [-17, '11:40'],
  file: 'carton-with-seed-mark',
};

export const batches: PhotoBatchStory[] = [
  {
    project: annualReport,
    by: dana,
    at: [-111, '15:40'],
    photos: [
      pressSheet,
      {
        visibility: 'public',
        phase: 'print',
        caption: 'The bound report on the mill’s scale',
        taken: [-111, '10:30'],
        file: 'report-on-mill-scale',
      },
      {
        visibility: 'internal',
        phase: 'design',
        caption: 'Contact sheet of the farm portraits, first choice',
        taken: [-133, '16:15'],
        file: 'farm-portraits-contact-sheet',
      },
    ],
  },
  {
    project: identity,
    by: dana,
    at: [-16, '16:50'],
    photos: [
      markOnCarton,
      {
        visibility: 'client',
        phase: 'mark',
        caption: 'Direction B on the same carton',
        taken: [-17, '11:55'],
        file: 'carton-with-sack-mark',
      },
      {
        visibility: 'client',
        phase: 'mark',
        caption: 'Both marks on the canteen shelf',
        taken: [-16, '12:20'],
        file: 'canteen-shelf-with-both-marks',
      },
      {
        visibility: 'internal',
        phase: 'mark',
        caption: 'Direction C, dropped before the presentation',
        taken: [-24, '14:10'],
        file: 'dropped-mark-sketch',
      },
    ],
  },
];
