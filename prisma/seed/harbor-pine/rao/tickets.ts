import { marta, ravi, tomas } from '@/prisma/seed/harbor-pine/people';
import { terrace, villa } from '@/prisma/seed/harbor-pine/rao/projects';
import type { TicketStory } from '@/prisma/seed/story';

export const raoTickets: TicketStory[] = [
  {
    by: ravi,
    at: [-64, '11:00'],
    project: villa,
    subject: 'Keys for the surveyor',
    category: 'other',
    priority: 'normal',
    body: 'The bank sends a surveyor next week. My sister is away; could one of you let him in?',
    messages: [
      {
        by: marta,
        at: [-64, '11:45'],
        body: 'Of course. Tomás is there every day from eight to five. Which day is it?',
      },
      { by: ravi, at: [-63, '09:10'], body: 'Wednesday at ten.' },
      { by: marta, at: [-63, '09:30'], body: 'Noted. Tomás expects him at the site office and has a helmet for him.' },
      {
        by: tomas,
        at: [-58, '11:30'],
        body: 'He came, measured everything twice and left happy. He asked for the structural report, which he finds with you.',
      },
    ],
    changes: [
      { to: 'in_progress', at: [-64, '11:46'], by: marta },
      { to: 'closed', at: [-57, '09:00'], by: marta },
    ],
  },
  {
    by: ravi,
    at: [-33, '14:35'],
    project: villa,
    subject: 'Garden gate bent by a delivery',
    category: 'problem',
    priority: 'high',
    body: 'My sister says that the left leaf of the iron gate is bent and no longer closes. She saw a truck that morning. The gate is as old as the house.',
    messages: [
      {
        by: marta,
        at: [-33, '15:20'],
        body: 'It was ours: the tile delivery. The driver had not reported it, which he should have. A smith who knows such gates collects it tomorrow, at our cost.',
      },
      {
        by: marta,
        at: [-27, '11:40'],
        body: 'The gate is back and straight. For the week without it we have also credited 180 euros to your account.',
      },
      {
        by: ravi,
        at: [-26, '20:15'],
        body: 'It closes better than it has in thirty years. Thank you for dealing with it so openly.',
      },
    ],
    notes: [
      {
        by: tomas,
        at: [-33, '16:00'],
        body: 'Photos of the gate from the survey show it straight. Claim sent to the supplier’s insurance.',
      },
    ],
    changes: [
      { to: 'in_progress', at: [-33, '15:21'], by: marta },
      { to: 'closed', at: [-26, '21:00'], by: marta },
    ],
  },
  {
    by: ravi,
    at: [-9, '10:25'],
    project: villa,
    subject: 'Radiators or floor heating in the library?',
    category: 'question',
    priority: 'normal',
    body: 'The plan shows radiators in the library, but the shelves take all the walls. What do you advise?',
    messages: [
      {
        by: tomas,
        at: [-8, '09:30'],
        body: 'Floor heating would mean lifting the old boards. We would rather put low convectors under the windows; I am asking for a price and a picture.',
      },
      { by: ravi, at: [-8, '18:50'], body: 'Please leave the boards alone. I look forward to the picture.' },
    ],
    notes: [
      {
        by: marta,
        at: [-7, '08:40'],
        body: 'Supplier’s offer expected this week. Keep it below 2,400 or it needs a change order.',
      },
    ],
    changes: [{ to: 'in_progress', at: [-8, '09:31'], by: tomas }],
  },
  {
    by: ravi,
    at: [-1, '09:05'],
    project: terrace,
    subject: 'Any news on the permit for the wall?',
    category: 'question',
    priority: 'normal',
    body: 'It has been two months since the application. Is there anything I can do from here, a letter perhaps?',
  },
];
