import { dana } from '@/prisma/seed/kestrel/people';
import { annualReport, identity } from '@/prisma/seed/kestrel/projects';
import * as kestrelMarks from '@/prisma/seed/pictures/views/kestrel-marks';
import * as kestrelReport from '@/prisma/seed/pictures/views/kestrel-report';
import type { PhotoBatchStory, PhotoStory } from '@/prisma/seed/story';

export const pressSheet: PhotoStory = {
  visibility: 'client',
  phase: 'print',
  caption: 'Press sheet of the report, second side',
  taken: [-112, '19:20'],
  view: kestrelReport.pressSheet,
};
export const markOnCarton: PhotoStory = {
  visibility: 'client',
  phase: 'mark',
  caption: 'Direction A on a carton, cut and folded by hand',
  taken: [-17, '11:40'],
  view: kestrelMarks.seedCarton,
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
        view: kestrelReport.reportOnScale,
      },
      {
        visibility: 'internal',
        phase: 'design',
        caption: 'Contact sheet of the farm portraits, first choice',
        taken: [-133, '16:15'],
        view: kestrelReport.contactSheet,
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
        view: kestrelMarks.sackCarton,
      },
      {
        visibility: 'client',
        phase: 'mark',
        caption: 'Both marks on the canteen shelf',
        taken: [-16, '12:20'],
        view: kestrelMarks.canteenShelf,
        portrait: true,
      },
      {
        visibility: 'internal',
        phase: 'mark',
        caption: 'Direction C, dropped before the presentation',
        taken: [-24, '14:10'],
        view: kestrelMarks.droppedMark,
      },
    ],
  },
];
