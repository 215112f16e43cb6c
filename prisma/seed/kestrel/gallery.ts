import { dana } from '@/prisma/seed/kestrel/people';
import { annualReport, identity } from '@/prisma/seed/kestrel/projects';
import type { PhotoBatchStory, PhotoStory } from '@/prisma/seed/story';

export const pressSheet: PhotoStory = {
  visibility: 'client',
  phase: 'print',
  caption: 'Press sheet of the report, second side',
  taken: [-112, '19:20'],
  tone: '#7F9A6B',
};
export const markOnCarton: PhotoStory = {
  visibility: 'client',
  phase: 'mark',
  caption: 'Direction A on a carton, cut and folded by hand',
  taken: [-17, '11:40'],
  tone: '#E3B23C',
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
        tone: '#C7BFA8',
      },
      {
        visibility: 'internal',
        phase: 'design',
        caption: 'Contact sheet of the farm portraits, first choice',
        taken: [-133, '16:15'],
        tone: '#9A8F7C',
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
        tone: '#D98A2B',
      },
      {
        visibility: 'client',
        phase: 'mark',
        caption: 'Both marks on the canteen shelf',
        taken: [-16, '12:20'],
        tone: '#BFA77A',
        portrait: true,
      },
      {
        visibility: 'internal',
        phase: 'mark',
        caption: 'Direction C, dropped before the presentation',
        taken: [-24, '14:10'],
        tone: '#8C7F66',
      },
    ],
  },
];
