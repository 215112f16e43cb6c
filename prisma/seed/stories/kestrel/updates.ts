import type { UpdateData } from '@/prisma/seed/story';

export const updates: UpdateData[] = [
  {
    project: 'report',
    by: 'dana',
    at: '2026-01-15 16:00',
    title: 'On press',
    body: 'The report is printed and goes to the binder tonight. The uncoated stock takes the green exactly as the proof promised.',
    photos: ['report-press-sheet'],
    comments: [{ by: 'lena', at: '2026-01-16 09:15', body: 'My father asked for ten copies. He has never asked for a report before.' }],
  },
  {
    project: 'identity',
    by: 'dana',
    at: '2026-03-27 14:30',
    title: 'What nineteen people told us',
    body: 'Farmers say “fair”, shops say “reliable”, customers say “the yellow one”. Nobody says “healthy”, which is what the old packaging says four times. The summary is among the documents.',
    comments: [
      { by: 'lena', at: '2026-03-30 10:05', body: '“The yellow one” hurts a little and is completely true.' },
      { by: 'dana', at: '2026-03-30 11:20', body: 'It is also a gift: a colour that people already know is worth more than a new one.' },
    ],
  },
  {
    project: 'stand',
    by: 'dana',
    at: '2026-04-10 10:40',
    title: 'Fair cancelled',
    body: 'The organisers cancelled this morning. We have stopped all work and ordered nothing. Only the concept is invoiced, and it can be used next year as it is.',
  },
  {
    project: 'identity',
    by: 'dana',
    at: '2026-05-28 17:10',
    title: 'Two marks, one question',
    body: 'Both directions are drawn out on cartons, a van and a phone screen. Direction A is calmer, direction B is louder on a shelf. Please look at them from three metres away, as a customer does.',
    photos: ['carton-with-seed-mark'],
    comments: [{ by: 'lena', at: '2026-05-29 08:50', body: 'I put both on the shelf in the canteen and said nothing. A was gone first.' }],
  },
  {
    project: 'identity',
    by: 'dana',
    at: '2026-06-17 15:45',
    title: 'Direction A, final drawing',
    body: 'The curves are drawn and the mark now holds at five millimetres. Photography waits for the barley to stand higher; we use the time for the typeface.',
  },
];
