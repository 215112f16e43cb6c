import { terrace, villa } from '@/prisma/seed/harbor-pine/rao/projects';
import { byMarta, byTomas } from '@/prisma/seed/harbor-pine/rates';
import type { HoursStory } from '@/prisma/seed/story';

export const raoHours: HoursStory[] = [
  {
    ...byTomas,
    project: villa,
    days: [-118, -101],
    share: 0.6,
    hours: [2, 5.5],
    tasks: [
      'Survey of the attic and the roof',
      'Damp measured, north side',
      'Photographs room by room',
      'Drawings of the chapel wing',
    ],
  },
  {
    ...byTomas,
    project: villa,
    days: [-99, -54],
    share: 0.4,
    hours: [1.5, 4],
    tasks: [
      'Propping of the hall',
      'Oak splice with the carpenters',
      'Stair wall: shoes set and grouted',
      'Load test with the engineer',
      'Pantry joists renewed',
    ],
    unbilled: ['Tools collected and cleaned'],
  },
  {
    ...byTomas,
    project: villa,
    days: [-52, -1],
    share: 0.45,
    hours: [1.5, 4.5],
    tasks: [
      'Old tiles lifted and sorted',
      'Rafters renewed, garden side',
      'Gutters with the zinc smith',
      'Lime washes for the samples',
      'Hall tiles: cleaning of the test field',
      'Hollow tiles mapped',
    ],
    unbilled: ['Garden gate taken to the smith and back'],
  },
  {
    ...byMarta,
    project: villa,
    days: [-118, -1],
    share: 0.25,
    hours: [0.75, 3],
    tasks: [
      'Call with Mr Rao',
      'Heritage office: application and visit',
      'Cost control',
      'Offers for lime and zinc',
      'Heating concept with the engineer',
    ],
    unbilled: ['Insurance claim for the gate'],
  },
  {
    ...byTomas,
    project: terrace,
    days: [-58, -44],
    share: 0.5,
    hours: [1.5, 4],
    tasks: [
      'Trial pits and soil samples',
      'Wall measured at four points',
      'First metres of dry-stone wall',
      'Covering of the unfinished part',
    ],
  },
  {
    ...byMarta,
    project: terrace,
    days: [-46, -26],
    share: 0.25,
    hours: [0.5, 2],
    tasks: ['Permit application for the wall', 'Section at point 3 with the draughtsman'],
  },
];
