import type { DocumentData } from '@/prisma/seed/document-data';

export const houseReports: DocumentData[] = [
  {
    project: 'house',
    type: 'certificate',
    title: 'Concrete test certificate',
    contents: [
      'Six cubes from the pour of the slab, tested after twenty-eight days. Mean strength 34.1 MPa, lowest single value 31.8 MPa; required: 30 MPa.',
      'The concrete meets class C25/30. Laboratory report 4471, signed by the head of the laboratory.',
      {
        chart: {
          values: [
            ['Cube 1', 34.6],
            ['Cube 2', 33.2],
            ['Cube 3', 35.9],
            ['Cube 4', 31.8],
            ['Cube 5', 34.7],
            ['Cube 6', 34.4],
          ],
          highest: 40,
          limit: { value: 30, label: 'required: 30 MPa' },
        },
        caption: 'Strength of the six cubes after twenty-eight days, in MPa',
        height: 190,
      },
      {
        table: [
          ['Cube', 'Mass', 'Density, kg/m³', 'Strength, MPa'],
          ['1', '8.06 kg', '2,388', '34.6'],
          ['2', '8.02 kg', '2,376', '33.2'],
          ['3', '8.11 kg', '2,403', '35.9'],
          ['4', '7.98 kg', '2,364', '31.8'],
          ['5', '8.08 kg', '2,394', '34.7'],
          ['6', '8.05 kg', '2,385', '34.4'],
        ],
      },
    ],
    history: [
      { at: '2026-03-17 13:15', by: 'tomas', upload: 'concrete-test.pdf' },
      { at: '2026-03-17 13:16', by: 'tomas', to: 'pending' },
      { at: '2026-03-18 10:20', by: 'marta', to: 'approved' },
      { at: '2026-03-18 10:25', by: 'marta', to: 'published' },
    ],
  },
  {
    project: 'house',
    type: 'certificate',
    title: 'Airtightness test, first measurement',
    contents: [
      'Blower-door measurement with roof and east windows in place: 1.9 air changes per hour at 50 pascal. Target at handover: below 0.8.',
      'Leaks found at the pipe sleeve in the north wall and below the sliding door; both are listed for sealing.',
      { drawing: 'pressure-chart', caption: 'Air changes per hour against the difference in pressure' },
      {
        table: [
          ['Place', 'Leak', 'Sealed by'],
          ['North wall, utility room', 'pipe sleeve DN 110', 'services'],
          ['Living room, sliding door', 'sill membrane, 40 cm', 'windows'],
          ['Roof, chimney', 'none found', ''],
        ],
      },
    ],
    history: [
      { at: '2026-06-16 15:40', by: 'tomas', upload: 'airtightness-1.pdf' },
      { at: '2026-06-16 15:42', by: 'tomas', to: 'pending' },
      { at: '2026-06-18 09:05', by: 'marta', to: 'approved' },
      { at: '2026-06-18 09:10', by: 'marta', to: 'published' },
    ],
  },
  {
    project: 'house',
    type: 'report',
    title: 'Site report, roof stage',
    contents: [
      'The roof was closed four working days ahead of plan. Tiles: 3,860 recycled clay tiles, of which 140 remain as spares behind the workshop.',
      'Inspection of membrane, battens and flashings without findings. Two walkways for the chimney sweep are fixed.',
      {
        table: [
          ['Work', 'Planned', 'Done', 'Days'],
          ['Rafters and ridge', '9 days', '8 days', '−1'],
          ['Boards and membrane', '5 days', '4 days', '−1'],
          ['Battens', '3 days', '3 days', '0'],
          ['Tiles, 118 m²', '8 days', '6 days', '−2'],
        ],
      },
      { heading: 'Weather' },
      'Dry throughout, wind from the north-west on two afternoons, when no tiles were lifted.',
    ],
    history: [
      { at: '2026-05-19 10:10', by: 'tomas', upload: 'site-report-roof.pdf' },
      { at: '2026-05-19 11:30', by: 'marta', to: 'published' },
    ],
    downloads: [{ at: '2026-05-20 08:00', by: 'jane' }],
  },
  {
    project: 'house',
    type: 'invoice-copy',
    title: 'Window supplier’s invoice',
    contents: [
      'Copy of the supplier’s invoice for twenty-two windows and one sliding door in larch and aluminium, delivered in two loads.',
      'Position W-07, bedroom east: 1,180 euros. Terms: thirty days net.',
      {
        table: [
          ['Position', 'Window', 'Pieces', 'EUR each', 'EUR'],
          ['W-01', 'Living room, 280 × 210', '2', '2,140.00', '4,280.00'],
          ['W-02', 'Kitchen, 160 × 110', '1', '1,060.00', '1,060.00'],
          ['W-03', 'Workshop, 200 × 120', '4', '1,240.00', '4,960.00'],
          ['W-04 to W-06', 'Bedrooms south, 120 × 140', '6', '1,180.00', '7,080.00'],
          ['W-07', 'Bedroom east, 120 × 140', '1', '1,180.00', '1,180.00'],
          ['W-08', 'Bathrooms, 60 × 90', '8', '540.00', '4,320.00'],
          ['D-01', 'Sliding door, 480 × 245', '1', '6,900.00', '6,900.00'],
          ['Total', 'without tax', '23', '', '29,780.00'],
        ],
      },
    ],
    history: [
      { at: '2026-05-29 12:00', by: 'marta', upload: 'window-invoice.pdf' },
      { at: '2026-05-29 12:02', by: 'marta', to: 'published' },
      { at: '2026-06-09 14:30', by: 'marta', to: 'approved' },
    ],
  },
];
