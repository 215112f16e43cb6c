import type { DocumentData } from '@/prisma/seed/document-data';

export const documents: DocumentData[] = [
  {
    project: 'report',
    type: 'artwork',
    title: 'Annual report, print file',
    contents: [
      'Forty-eight pages and cover, 210 by 260 millimetres, two colours throughout. Paper: uncoated, 140 grams. Run: 3,000.',
      { drawing: 'report-spread-1', caption: 'Pages 6 and 7', height: 268 },
      { drawing: 'report-spread-2', caption: 'Pages 14 and 15', height: 268 },
      { drawing: 'report-spread-3', caption: 'Pages 22 and 23', height: 268 },
      { drawing: 'report-spread-4', caption: 'Pages 30 and 31', height: 268 },
      { drawing: 'report-spread-5', caption: 'Pages 38 and 39', height: 268 },
      { drawing: 'report-spread-6', caption: 'Pages 46 and 47', height: 268 },
    ],
    history: [
      { at: '2026-01-01 18:00', by: 'dana', upload: 'annual-report-print.pdf' },
      { at: '2026-01-01 18:05', by: 'dana', to: 'pending' },
      { at: '2026-01-02 09:30', by: 'dana', to: 'approved' },
      { at: '2026-01-02 09:32', by: 'dana', to: 'published' },
    ],
    downloads: [{ at: '2026-01-02 10:10', by: 'lena' }],
  },
  {
    project: 'identity',
    type: 'agreement',
    title: 'Agreement, brand identity',
    contents: [
      'Kestrel Studio develops a brand identity for Bright Foods for 68,000 dollars: research, positioning, mark and type, voice and photography, guidelines, launch.',
      'Rights pass to Bright Foods with the payment of the last invoice. Two rounds of changes are included in each stage.',
      {
        table: [
          ['Stage', 'Result', 'USD'],
          ['Interviews and research', 'Report', '10,200.00'],
          ['Positioning', 'One page', '10,200.00'],
          ['Mark and type', 'Master files', '20,400.00'],
          ['Voice and photography', 'Guide, 24 pictures', '10,200.00'],
          ['Guidelines', 'Book of 40 pages', '10,200.00'],
          ['Launch', 'Templates, signs', '6,800.00'],
          ['Total', '', '68,000.00'],
        ],
      },
    ],
    history: [
      { at: '2026-02-24 10:00', by: 'dana', upload: 'agreement-identity.pdf' },
      { at: '2026-02-24 10:01', by: 'dana', to: 'pending' },
      { at: '2026-02-25 09:10', by: 'dana', to: 'approved' },
      { at: '2026-02-25 09:12', by: 'dana', to: 'published' },
    ],
    downloads: [{ at: '2026-02-25 11:45', by: 'lena' }],
  },
  {
    project: 'identity',
    type: 'presentation',
    title: 'What nineteen people told us',
    contents: [
      'Nineteen interviews with farmers, shop owners, staff and customers, forty minutes each. The three words heard most often: fair, reliable, yellow.',
      'The old packaging says “healthy” four times. Nobody in the interviews did.',
      {
        chart: {
          values: [
            ['fair', 14],
            ['reliable', 12],
            ['yellow', 11],
            ['oats', 7],
            ['local', 6],
            ['healthy', 0],
          ],
          highest: 19,
        },
        caption: 'Words used without being asked for, by how many of the nineteen',
        height: 200,
      },
      {
        table: [
          ['Who', 'People', 'Heard most often'],
          ['Farmers', '5', '“They pay on the day they said.”'],
          ['Shop owners', '6', '“I know it by the yellow.”'],
          ['Staff', '4', '“Nobody here says healthy.”'],
          ['Customers', '4', '“It tastes of something.”'],
        ],
      },
    ],
    history: [
      { at: '2026-03-27 14:00', by: 'dana', upload: 'interviews.pdf' },
      { at: '2026-03-27 14:10', by: 'dana', to: 'published' },
    ],
    downloads: [{ at: '2026-03-27 16:20', by: 'lena' }],
  },
  {
    project: 'identity',
    type: 'presentation',
    title: 'Two directions for the mark',
    contents: [
      'Direction A: a seed that is also a sun, drawn with one line. Direction B: the letter B as two sacks of grain.',
      'Each on a carton, a van, a phone screen and an invoice, with and without colour.',
      { since: 2, text: 'Second version: direction A only, with the curves redrawn.' },
      { drawing: 'mark-directions', caption: 'The mark', height: 210 },
      { drawing: 'mark-applications', caption: 'On a carton, a screen and an invoice', height: 150 },
    ],
    history: [
      { at: '2026-05-28 16:30', by: 'dana', upload: 'directions.pdf' },
      { at: '2026-05-28 17:00', by: 'dana', to: 'published' },
      { at: '2026-06-18 16:40', by: 'dana', upload: 'directions-2.pdf', change: 'Direction A only, curves redrawn' },
    ],
    downloads: [{ at: '2026-05-29 08:30', by: 'lena' }],
  },
  {
    project: 'identity',
    type: 'artwork',
    title: 'Letterhead and cards, test print',
    contents: [
      'Letterhead, card and envelope with direction A in one colour. For the test print only, not for release.',
      { drawing: 'stationery', caption: 'Letterhead, envelope and card at a quarter of their size', height: 300 },
    ],
    history: [
      { at: '2026-06-16 13:00', by: 'dana', upload: 'stationery-test.pdf' },
      { at: '2026-06-16 13:02', by: 'dana', to: 'pending' },
    ],
  },
  {
    project: 'identity',
    type: 'artwork',
    title: 'Van lettering',
    contents: [
      'Lettering for the delivery van, both sides and rear doors, in yellow on grey.',
      { drawing: 'delivery-van', caption: 'Driver’s side, 1:20', height: 200 },
      {
        table: [
          ['Place', 'Width', 'Film'],
          ['Sides', '3.40 m', 'cut, yellow 1021'],
          ['Rear doors', '1.10 m', 'cut, yellow 1021'],
          ['Bonnet', '0.45 m', 'cut, yellow 1021'],
        ],
      },
    ],
    history: [
      { at: '2026-06-05 11:15', by: 'dana', upload: 'van-lettering.pdf' },
      { at: '2026-06-05 11:16', by: 'dana', to: 'pending' },
      { at: '2026-06-08 10:00', by: 'dana', to: 'rejected', reason: 'The door handle cuts through the mark. Move it thirty centimetres to the front.' },
    ],
  },
  {
    project: 'packaging',
    type: 'agreement',
    title: 'Agreement, oat range packaging',
    contents: [
      'Five cartons and one refill pouch, from structure to press approval, for 31,750 dollars. Start when the mark is final.',
      {
        table: [
          ['Piece', 'Size', 'USD'],
          ['Rolled oats, carton', '500 g', '5,950.00'],
          ['Fine oats, carton', '500 g', '5,200.00'],
          ['Oat bran, carton', '400 g', '5,200.00'],
          ['Muesli, carton', '750 g', '5,200.00'],
          ['Porridge, carton', '8 × 45 g', '5,200.00'],
          ['Refill pouch', '1 kg', '5,000.00'],
          ['Total', '', '31,750.00'],
        ],
      },
    ],
    history: [
      { at: '2026-06-04 15:20', by: 'dana', upload: 'agreement-oat-range.pdf' },
      { at: '2026-06-04 15:21', by: 'dana', to: 'pending' },
      { at: '2026-06-05 09:00', by: 'dana', to: 'approved' },
    ],
  },
  {
    project: 'packaging',
    type: 'presentation',
    title: 'Shelf study',
    contents: [
      'Photographs of twelve shelves in six shops, with notes on light, height and neighbours. To be completed with two more shops.',
      { drawing: 'shop-shelf-1', caption: 'Shop 1, Warren Street: eye level, light from the left', height: 200 },
      { drawing: 'shop-shelf-2', caption: 'Shop 2, Union Street: a row too low, between crackers and rice', height: 200 },
      { drawing: 'shop-shelf-3', caption: 'Shop 3, the mill’s own: alone, and lost', height: 200 },
    ],
    history: [{ at: '2026-06-17 17:30', by: 'dana', upload: 'shelf-study.pdf' }],
  },
];
