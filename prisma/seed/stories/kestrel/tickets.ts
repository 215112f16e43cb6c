import type { TicketData } from '@/prisma/seed/story';

export const tickets: TicketData[] = [
  {
    by: 'lena',
    at: '2026-01-26 10:30',
    project: 'report',
    subject: 'More copies of the report',
    category: 'question',
    priority: 'normal',
    body: 'We are down to forty copies. Can we reprint 500, and is the price per copy the same?',
    messages: [
      { by: 'dana', at: '2026-01-26 13:15', body: 'Yes. The plates are kept for a year, so 500 cost $2.35 each including delivery in ten days. Shall I order?' },
      { by: 'lena', at: '2026-01-27 09:00', body: 'Please do.' },
      { by: 'dana', at: '2026-02-09 16:20', body: 'Delivered to your gate this morning, eleven boxes.' },
    ],
    changes: [
      { at: '2026-01-26 13:16', by: 'dana', to: 'in_progress' },
      { at: '2026-02-09 16:25', by: 'dana', to: 'closed' },
    ],
  },
  {
    by: 'lena',
    at: '2026-06-09 14:10',
    project: 'identity',
    subject: 'Interim logo for the farmers’ market',
    category: 'change_request',
    priority: 'high',
    body: 'The market in two weeks wants a logo for its poster. May we already give them direction A?',
    messages: [
      { by: 'dana', at: '2026-06-09 15:00', body: 'Better not before it is registered. I am preparing the name in the new typeface, which looks right and gives nothing away.' },
    ],
    notes: [{ by: 'dana', at: '2026-06-10 09:30', body: 'Trademark filing is with the lawyer, expected within the week.' }],
    changes: [{ at: '2026-06-09 15:01', by: 'dana', to: 'in_progress' }],
  },
  {
    by: 'lena',
    at: '2026-06-18 11:25',
    project: 'packaging',
    subject: 'Recycled board for the cartons?',
    category: 'question',
    priority: 'normal',
    body: 'Our mill customer asks whether the cartons could be made of fully recycled board. Does the yellow survive on it?',
  },
];
