import { dana, lena } from '@/prisma/seed/kestrel/people';
import { annualReport, identity, packaging } from '@/prisma/seed/kestrel/projects';
import type { DocumentStory, DocumentTypeStory } from '@/prisma/seed/story';

export const agreement: DocumentTypeStory = { name: 'Agreement', requiresApproval: true };
export const presentation: DocumentTypeStory = { name: 'Presentation' };
export const artwork: DocumentTypeStory = { name: 'Artwork', requiresApproval: true };

export const documents: DocumentStory[] = [
  {
    project: annualReport,
    type: artwork,
    title: 'Annual report, print file',
    contents: [
      'Forty-eight pages and cover, 210 by 260 millimetres, two colours throughout. Paper: uncoated, 140 grams. Run: 3,000.',
    ],
    events: [
      { upload: 'annual-report-print.pdf', at: [-121, '18:00'], by: dana },
      { to: 'pending', at: [-121, '18:05'], by: dana },
      { to: 'approved', at: [-120, '09:30'], by: dana },
      { to: 'published', at: [-120, '09:32'], by: dana },
    ],
    downloads: [{ by: lena, at: [-120, '10:10'] }],
  },
  {
    project: identity,
    type: agreement,
    title: 'Agreement, brand identity',
    contents: [
      'Kestrel Studio develops a brand identity for Bright Foods for 68,000 dollars: research, positioning, mark and type, voice and photography, guidelines, launch.',
      'Rights pass to Bright Foods with the payment of the last invoice. Two rounds of changes are included in each stage.',
    ],
    events: [
      { upload: 'agreement-identity.pdf', at: [-83, '10:00'], by: dana },
      { to: 'pending', at: [-83, '10:01'], by: dana },
      { to: 'approved', at: [-82, '09:10'], by: dana },
      { to: 'published', at: [-82, '09:12'], by: dana },
    ],
    downloads: [{ by: lena, at: [-82, '11:45'] }],
  },
  {
    project: identity,
    type: presentation,
    title: 'What nineteen people told us',
    contents: [
      'Nineteen interviews with farmers, shop owners, staff and customers, forty minutes each. The three words heard most often: fair, reliable, yellow.',
      'The old packaging says “healthy” four times. Nobody in the interviews did.',
    ],
    events: [
      { upload: 'interviews.pdf', at: [-60, '14:00'], by: dana },
      { to: 'published', at: [-60, '14:10'], by: dana },
    ],
    downloads: [{ by: lena, at: [-60, '16:20'] }],
  },
  {
    project: identity,
    type: presentation,
    title: 'Two directions for the mark',
    contents: [
      'Direction A: a seed that is also a sun, drawn with one line. Direction B: the letter B as two sacks of grain.',
      'Each on a carton, a van, a phone screen and an invoice, with and without colour.',
      'Second version: direction A only, with the curves redrawn.',
    ],
    events: [
      { upload: 'directions.pdf', at: [-16, '16:30'], by: dana },
      { to: 'published', at: [-16, '17:00'], by: dana },
      { upload: 'directions-2.pdf', at: [-1, '16:40'], by: dana },
    ],
    downloads: [{ by: lena, at: [-15, '08:30'] }],
  },
  {
    project: identity,
    type: artwork,
    title: 'Letterhead and cards, test print',
    contents: [
      'Letterhead, card and envelope with direction A in one colour. For the test print only, not for release.',
    ],
    events: [
      { upload: 'stationery-test.pdf', at: [-3, '13:00'], by: dana },
      { to: 'pending', at: [-3, '13:02'], by: dana },
    ],
  },
  {
    project: identity,
    type: artwork,
    title: 'Van lettering',
    contents: ['Lettering for the delivery van, both sides and rear doors, in yellow on grey.'],
    events: [
      { upload: 'van-lettering.pdf', at: [-10, '11:15'], by: dana },
      { to: 'pending', at: [-10, '11:16'], by: dana },
      {
        to: 'rejected',
        reason: 'The door handle cuts through the mark. Move it thirty centimetres to the front.',
        at: [-9, '10:00'],
        by: dana,
      },
    ],
  },
  {
    project: packaging,
    type: agreement,
    title: 'Agreement, oat range packaging',
    contents: [
      'Five cartons and one refill pouch, from structure to press approval, for 31,750 dollars. Start when the mark is final.',
    ],
    events: [
      { upload: 'agreement-oat-range.pdf', at: [-11, '15:20'], by: dana },
      { to: 'pending', at: [-11, '15:21'], by: dana },
      { to: 'approved', at: [-10, '09:00'], by: dana },
    ],
  },
  {
    project: packaging,
    type: presentation,
    title: 'Shelf study',
    contents: [
      'Photographs of twelve shelves in six shops, with notes on light, height and neighbours. To be completed with two more shops.',
    ],
    events: [{ upload: 'shelf-study.pdf', at: [-2, '17:30'], by: dana }],
  },
];
