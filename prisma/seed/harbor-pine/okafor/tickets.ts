import { house, kitchen, pavilion } from '@/prisma/seed/harbor-pine/okafor/projects';
import { jane, marta, sam, tomas } from '@/prisma/seed/harbor-pine/people';
import type { TicketStory } from '@/prisma/seed/story';

export const okaforTickets: TicketStory[] = [
  {
    by: jane,
    at: [-205, '18:25'],
    project: kitchen,
    subject: 'Drawer by the oven does not close fully',
    category: 'problem',
    priority: 'low',
    body: 'The second drawer stops about a centimetre before the end. It did close at handover. No hurry at all.',
    messages: [
      {
        by: tomas,
        at: [-204, '08:30'],
        body: 'Most likely the runner has slipped a notch. May I come by on Thursday at 18:00? It takes ten minutes.',
      },
      { by: jane, at: [-204, '12:10'], body: 'Thursday is perfect.' },
      {
        by: tomas,
        at: [-201, '18:30'],
        body: 'Runner set again, and the one below as well to be sure. Please write again if it moves.',
      },
    ],
    changes: [
      { to: 'in_progress', at: [-204, '08:31'], by: tomas },
      { to: 'closed', at: [-201, '18:31'], by: tomas },
    ],
  },
  {
    by: sam,
    at: [-118, '09:40'],
    project: house,
    subject: 'Who is liable for the road during deliveries?',
    category: 'question',
    priority: 'normal',
    body: 'A neighbour asked who repairs the lane if the trucks damage it. Is that covered by your insurance or by ours?',
    messages: [
      {
        by: marta,
        at: [-117, '10:15'],
        body: 'By ours. We photographed the lane before the first delivery and repair what we damage; the policy is among the documents of the project.',
      },
      { by: sam, at: [-117, '12:40'], body: 'Clear, thank you. I have told him.' },
    ],
    notes: [
      {
        by: marta,
        at: [-117, '10:25'],
        body: 'Neighbour is Sr. Abrantes at number 5. He wrote to the parish about noise last year: be on time with the quiet hours.',
      },
    ],
    changes: [{ to: 'closed', at: [-117, '13:05'], by: marta }],
  },
  {
    by: jane,
    at: [-31, '21:30'],
    project: house,
    subject: 'Move two sockets in the study',
    category: 'change_request',
    priority: 'normal',
    body: 'Now that the small bedroom becomes my study, I would like the two sockets on the window wall to move to the long wall, about 40 cm above the desk.',
    messages: [
      {
        by: tomas,
        at: [-30, '08:20'],
        body: 'No problem before the cables are in. It stays within the allowance, so there is no extra cost. I have marked both on the wall; could you check on Friday?',
      },
      { by: jane, at: [-26, '17:45'], body: 'Checked, and perfect. Could there also be a network point between them?' },
      {
        by: tomas,
        at: [-25, '08:05'],
        body: 'Added to the plan. That one is 48 euros plus tax, with the next invoice.',
      },
    ],
    notes: [{ by: tomas, at: [-25, '08:12'], body: 'Electrician knows. Drawing E-03 needs revision C.' }],
    changes: [{ to: 'in_progress', at: [-30, '08:21'], by: tomas }],
  },
  {
    by: sam,
    at: [-27, '08:50'],
    project: house,
    subject: 'Invoice for the roof shows the old price',
    category: 'billing',
    priority: 'high',
    body: 'The roof invoice that came this week uses the price before we changed from clay to recycled tiles. In our signed change order it is lower.',
    messages: [
      {
        by: marta,
        at: [-26, '09:05'],
        body: 'You are right, and I am sorry. I am voiding it and you receive a corrected one; nothing is due on the wrong one.',
      },
      { by: sam, at: [-21, '13:20'], body: 'The new one is right. Thanks for the quick answer.' },
    ],
    notes: [
      {
        by: marta,
        at: [-26, '09:12'],
        body: 'Template still had the price of offer 2. Checked the other clients: only this one.',
      },
    ],
    changes: [
      { to: 'in_progress', at: [-26, '09:06'], by: marta },
      { to: 'closed', at: [-21, '15:00'], by: marta },
    ],
  },
  {
    by: jane,
    at: [-14, '07:55'],
    project: house,
    subject: 'Water in the utility room after the storm',
    category: 'problem',
    priority: 'urgent',
    body: 'There is a puddle of about a square metre under the pipe sleeve in the north wall. I put a bucket there. Nothing else is wet as far as I can see.',
    messages: [
      {
        by: tomas,
        at: [-14, '08:10'],
        body: 'On my way. Please leave the bucket and switch off the site heater at the wall.',
      },
      {
        by: tomas,
        at: [-14, '12:30'],
        body: 'The sleeve was not sealed yet and the wind pushed rain through. Sealed now, floor dried, humidity measured: no harm done.',
      },
      {
        by: jane,
        at: [-3, '08:15'],
        body: 'After last night there is a small damp patch again in the same place. Much less than before, but I would rather tell you.',
      },
    ],
    notes: [
      {
        by: tomas,
        at: [-14, '13:00'],
        body: 'Sealed from inside only. If it comes back we must dig outside, half a day for two.',
      },
    ],
    changes: [
      { to: 'in_progress', at: [-14, '08:11'], by: tomas },
      { to: 'closed', at: [-12, '16:00'], by: tomas },
      { to: 'open', at: [-3, '08:15'], by: jane },
    ],
  },
  {
    by: sam,
    at: [-2, '19:20'],
    project: pavilion,
    subject: 'Could the pavilion have a green roof?',
    category: 'question',
    priority: 'low',
    body: 'We saw one with sedum on a walk last weekend. Is the planned roof strong enough, and roughly what would it add?',
  },
];
