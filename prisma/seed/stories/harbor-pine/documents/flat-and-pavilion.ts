import type { DocumentData } from '@/prisma/seed/document-data';

export const flatAndPavilionDocuments: DocumentData[] = [
  {
    project: 'kitchen',
    type: 'contract',
    title: 'Contract for the kitchen renovation',
    contents: [
      'Harbor & Pine Builders renovates the kitchen of the flat in Rua das Murtas 14 as described in the offer of the same date, for a fixed price of 38,400 euros plus tax.',
      'Payment: forty percent with the order, the rest within thirty days of handover. The price changes only by a written change order that both sides sign.',
      'The builder is liable for defects for five years and carries insurance for damage to the building and to neighbours.',
      { heading: 'Scope and price' },
      {
        table: [
          ['Item', 'Scope', 'EUR'],
          ['1', 'Demolition of the wall to the dining room, disposal', '3,150.00'],
          ['2', 'Pipes and wiring, new distribution board', '7,900.00'],
          ['3', 'Cabinets in oak, 5.4 m of base units and 3.6 m of shelves', '16,250.00'],
          ['4', 'Worktop in stone, cut-outs and edge', '5,400.00'],
          ['5', 'Tiles, plaster, paint', '5,700.00'],
          ['Total', 'Fixed price without tax', '38,400.00'],
        ],
      },
    ],
    history: [
      { at: '2025-05-02 10:10', by: 'tomas', upload: 'kitchen-contract.pdf' },
      { at: '2025-05-02 10:12', by: 'tomas', to: 'pending' },
      { at: '2025-05-05 09:00', by: 'marta', to: 'approved' },
      { at: '2025-05-05 09:02', by: 'marta', to: 'published' },
    ],
    downloads: [
      { at: '2025-05-05 19:40', by: 'jane' },
      { at: '2025-05-06 07:50', by: 'sam' },
    ],
  },
  {
    project: 'kitchen',
    type: 'report',
    title: 'Handover report, kitchen',
    contents: [
      'Present: Jane and Sam Okafor, Marta Figueiredo. All work has been inspected in daylight and with the lights on.',
      'Open point: one shelf pin missing in the corner cabinet, sent by post. No other defects were found.',
      'Meter readings, warranty papers and spare tiles (eleven pieces) were handed over.',
      { heading: 'Inspected' },
      {
        table: [
          ['Part', 'Finding', 'State'],
          ['Cabinets and drawers', 'All close softly; one shelf pin missing', 'open'],
          ['Worktop', 'Level, joints sealed', 'done'],
          ['Tiles', 'No hollow ones among 412', 'done'],
          ['Water and waste', 'Tight after two hours at 6 bar', 'done'],
          ['Wiring', 'Measured, protocol enclosed', 'done'],
        ],
      },
      {
        table: [
          ['Meter', 'Number', 'Reading'],
          ['Electricity', 'PT 0002 0131 8842', '21,407.3'],
          ['Water', '88-114-0263', '512.8'],
        ],
      },
    ],
    history: [
      { at: '2025-08-19 16:00', by: 'marta', upload: 'kitchen-handover.pdf' },
      { at: '2025-08-19 16:05', by: 'marta', to: 'published' },
    ],
    downloads: [{ at: '2025-08-20 20:30', by: 'jane' }],
  },
  {
    project: 'pavilion',
    type: 'contract',
    title: 'Contract for the garden pavilion',
    contents: [
      'Harbor & Pine Builders builds a garden pavilion of eighteen square metres for 46,200 euros plus tax, once the plaster stage of the house is complete.',
      'The stove is chosen by the owners up to 2,900 euros. Foundations are screw piles that can be removed without trace.',
      {
        table: [
          ['Stage', 'When', 'EUR'],
          ['Order', 'with this contract', '9,240.00'],
          ['Screw piles and floor', 'when complete', '11,550.00'],
          ['Frame and roof', 'when complete', '16,170.00'],
          ['Stove, benches and paths', 'with the handover', '9,240.00'],
          ['Total', 'without tax', '46,200.00'],
        ],
      },
      'Work begins in spring and takes fourteen weeks.',
    ],
    history: [
      { at: '2026-05-27 09:45', by: 'tomas', upload: 'pavilion-contract.pdf' },
      { at: '2026-05-27 09:46', by: 'tomas', to: 'pending' },
      { at: '2026-05-28 10:40', by: 'marta', to: 'rejected', reason: 'The start date still says spring. Please write "after the plaster stage of the house", as agreed.' },
    ],
  },
  {
    project: 'pavilion',
    type: 'plan',
    title: 'Pavilion, first sketch',
    contents: [
      'A plain gabled roof on six posts, closed to the north and west, open to the garden. The bench runs the whole length of the closed side.',
      'Variant with sedum roof in grey: the rafters become five centimetres higher.',
      { drawing: 'pavilion-sketch', caption: 'From the garden and from the east. The thick grey line is the variant with sedum.' },
      {
        table: [
          ['Measure', 'Plain roof', 'Sedum roof'],
          ['Floor area', '18.0 m²', '18.0 m²'],
          ['Ridge above floor', '3.45 m', '3.50 m'],
          ['Rafters', '8 × 18 cm', '8 × 23 cm'],
          ['Weight of the roof, wet', '48 kg/m²', '112 kg/m²'],
        ],
      },
    ],
    history: [{ at: '2026-06-18 16:20', by: 'tomas', upload: 'pavilion-sketch.pdf' }],
  },
];
