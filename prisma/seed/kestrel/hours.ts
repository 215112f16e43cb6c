import { dana } from '@/prisma/seed/kestrel/people';
import { annualReport, identity, packaging, stand } from '@/prisma/seed/kestrel/projects';
import type { HoursStory } from '@/prisma/seed/story';

const danas = { by: dana, costRateMinor: 68_00n };

export const hours: HoursStory[] = [
  {
    ...danas,
    project: annualReport,
    days: [-165, -110],
    share: 0.5,
    hours: [2, 6],
    tasks: [
      'Layout of the inside pages',
      'Portraits on the farms',
      'Tables and charts',
      'Proofs with the printer',
      'Text read with Lena Bright',
    ],
    unbilled: ['Archive of the project'],
  },
  {
    ...danas,
    project: identity,
    days: [-80, -45],
    share: 0.55,
    hours: [1.5, 5],
    tasks: [
      'Interview and notes',
      'Shelf visits',
      'Workshop on positioning',
      'Summary written',
      'Competitors compared',
    ],
  },
  {
    ...danas,
    project: identity,
    days: [-43, -1],
    share: 0.7,
    hours: [2, 6],
    tasks: [
      'Sketches of the mark',
      'Curves redrawn',
      'Typeface tests',
      'Cartons cut and folded',
      'Presentation to the client',
      'Colour tests on board',
    ],
    unbilled: ['Fonts licensed and installed'],
  },
  {
    ...danas,
    project: stand,
    days: [-66, -52],
    share: 0.4,
    hours: [1, 4],
    tasks: ['Concept of the stand', 'Model at 1 to 25'],
  },
  {
    ...danas,
    project: packaging,
    days: [-11, -2],
    share: 0.3,
    hours: [1, 3],
    tasks: ['Shelf study', 'Meeting on the oat range'],
  },
];
