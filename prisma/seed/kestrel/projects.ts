import { brightFoods, lena } from '@/prisma/seed/kestrel/people';
import type { ProjectStory } from '@/prisma/seed/story';

export const annualReport: ProjectStory = {
  client: brightFoods,
  contact: lena,
  name: 'Annual report',
  description: 'A printed report of 48 pages that farmers, shop owners and investors all read to the end.',
  status: 'completed',
  address: '88 Mill Street, Hudson',
  location: [42.2529, -73.791],
  created: -168,
  runs: [-165, -110],
  contractValueMinor: 24_500_00n,
  phases: [
    {
      key: 'concept',
      name: 'Concept',
      weight: 20,
      status: 'completed',
      percent: 100,
      planned: [-165, -150],
      actual: [-165, -151],
    },
    {
      key: 'design',
      name: 'Design and photography',
      weight: 50,
      status: 'completed',
      percent: 100,
      planned: [-150, -124],
      actual: [-150, -120],
    },
    {
      key: 'print',
      name: 'Print',
      weight: 30,
      status: 'completed',
      percent: 100,
      planned: [-124, -112],
      actual: [-119, -110],
    },
  ],
};

export const identity: ProjectStory = {
  client: brightFoods,
  contact: lena,
  name: 'Brand identity',
  description:
    'A new face for a company that outgrew its farm-stand logo: mark, type, colour, voice, and rules short enough to be followed.',
  status: 'active',
  address: '88 Mill Street, Hudson',
  location: [42.2529, -73.791],
  created: -84,
  runs: [-80, 42],
  contractValueMinor: 68_000_00n,
  phases: [
    {
      key: 'research',
      name: 'Interviews and research',
      weight: 15,
      status: 'completed',
      percent: 100,
      planned: [-80, -62],
      actual: [-80, -60],
    },
    {
      key: 'strategy',
      name: 'Positioning',
      weight: 15,
      status: 'completed',
      percent: 100,
      planned: [-62, -44],
      actual: [-59, -45],
    },
    {
      key: 'mark',
      name: 'Mark and type',
      weight: 30,
      status: 'in_progress',
      percent: 80,
      planned: [-44, 3],
      actual: [-43],
    },
    {
      key: 'voice',
      name: 'Voice and photography',
      weight: 15,
      status: 'on_hold',
      percent: 25,
      planned: [-20, 14],
      actual: [-18],
    },
    { key: 'guidelines', name: 'Guidelines', weight: 15, status: 'not_started', percent: 0, planned: [10, 30] },
    { key: 'launch', name: 'Launch', weight: 10, status: 'not_started', percent: 0, planned: [30, 42] },
  ],
};

export const packaging: ProjectStory = {
  client: brightFoods,
  contact: lena,
  name: 'Packaging: oat range',
  description: 'Five cartons and a refill pouch for the new oat range, ready for the autumn listings.',
  status: 'planned',
  address: '88 Mill Street, Hudson',
  location: [42.2529, -73.791],
  created: -12,
  runs: [24, 92],
  contractValueMinor: 31_750_00n,
  phases: [
    {
      key: 'structure',
      name: 'Structure and dummies',
      weight: 25,
      status: 'not_started',
      percent: 0,
      planned: [24, 44],
    },
    { key: 'artwork', name: 'Artwork', weight: 50, status: 'not_started', percent: 0, planned: [44, 78] },
    { key: 'press', name: 'Press approval', weight: 25, status: 'not_started', percent: 0, planned: [78, 92] },
  ],
};

export const stand: ProjectStory = {
  client: brightFoods,
  contact: lena,
  name: 'Trade fair stand',
  description:
    'A stand for the spring fair in Boston. Cancelled together with the fair; the concept is kept for next year.',
  status: 'cancelled',
  address: 'Boston, MA',
  location: [42.3467, -71.0465],
  created: -70,
  runs: [-66, -30],
  contractValueMinor: 18_200_00n,
  phases: [
    {
      key: 'concept',
      name: 'Concept',
      weight: 40,
      status: 'completed',
      percent: 100,
      planned: [-66, -54],
      actual: [-66, -53],
    },
    { key: 'build', name: 'Build and transport', weight: 60, status: 'not_started', percent: 0, planned: [-53, -30] },
  ],
};
