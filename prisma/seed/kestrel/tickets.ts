import { dana, lena } from '@/prisma/seed/kestrel/people';
import { annualReport, identity, packaging } from '@/prisma/seed/kestrel/projects';
import type { TicketStory } from '@/prisma/seed/story';

export const tickets: TicketStory[] = [
  {
    by: lena,
    at: [-104, '10:30'],
    project: annualReport,
    subject: 'More copies of the report',
    category: 'question',
    priority: 'normal',
    body: 'We are down to forty copies. Can we reprint 500, and is the price per copy the same?',
    messages: [
      {
        by: dana,
        at: [-104, '13:15'],
        body: 'Yes. The plates are kept for a year, so 500 cost $2.35 each including delivery in ten days. Shall I order?',
      },
      { by: lena, at: [-103, '09:00'], body: 'Please do.' },
      { by: dana, at: [-94, '16:20'], body: 'Delivered to your gate this morning, eleven boxes.' },
    ],
    changes: [
      { to: 'in_progress', at: [-104, '13:16'], by: dana },
      { to: 'closed', at: [-94, '16:25'], by: dana },
    ],
  },
  {
    by: lena,
    at: [-8, '14:10'],
    project: identity,
    subject: 'Interim logo for the farmers’ market',
    category: 'change_request',
    priority: 'high',
    body: 'The market in two weeks wants a logo for its poster. May we already give them direction A?',
    messages: [
      {
        by: dana,
        at: [-8, '15:00'],
        body: 'Better not before it is registered. I am preparing the name in the new typeface, which looks right and gives nothing away.',
      },
    ],
    notes: [{ by: dana, at: [-7, '09:30'], body: 'Trademark filing is with the lawyer, expected within the week.' }],
    changes: [{ to: 'in_progress', at: [-8, '15:01'], by: dana }],
  },
  {
    by: lena,
    at: [-1, '11:25'],
    project: packaging,
    subject: 'Recycled board for the cartons?',
    category: 'question',
    priority: 'normal',
    body: 'Our mill customer asks whether the cartons could be made of fully recycled board. Does the yellow survive on it?',
  },
];
