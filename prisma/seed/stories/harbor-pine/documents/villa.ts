import type { DocumentData } from '@/prisma/seed/document-data';

export const villaDocuments: DocumentData[] = [
  {
    project: 'villa',
    type: 'contract',
    title: 'Contract for the restoration',
    contents: [
      'Harbor & Pine Builders restores the villa at Quinta da Nogueira for an estimated 298,000 euros plus tax. The work lies in a rehabilitation area: the reduced rate of tax applies to labour and materials of the building itself.',
      'What is found behind plaster and floors is priced before it is repaired. The owner decides within five working days, by message on this portal.',
      { heading: 'Estimate' },
      {
        table: [
          ['Part', 'Scope', 'EUR'],
          ['1', 'Survey and records', '17,900.00'],
          ['2', 'Structural repair', '65,600.00'],
          ['3', 'Roof and drainage', '59,600.00'],
          ['4', 'Lime façade', '53,600.00'],
          ['5', 'Interiors and tiled hall', '77,500.00'],
          ['6', 'Snags and handover', '23,800.00'],
          ['Total', 'Estimate without tax', '298,000.00'],
        ],
      },
    ],
    history: [
      { at: '2026-01-01 10:30', by: 'marta', upload: 'villa-contract.pdf' },
      { at: '2026-01-01 10:31', by: 'marta', to: 'pending' },
      { at: '2026-01-02 09:20', by: 'tomas', to: 'approved' },
      { at: '2026-01-02 09:45', by: 'marta', to: 'published' },
    ],
    downloads: [{ at: '2026-01-02 18:10', by: 'ravi' }],
  },
  {
    project: 'villa',
    type: 'report',
    title: 'Survey of the building fabric',
    contents: [
      'Walls: rubble stone with lime mortar, sound, damp up to forty centimetres on the north side. Roof: a third of the rafters to be renewed. Floors: pine on chestnut joists, woodworm in the pantry only.',
      'The hall has a complete floor of hydraulic tiles in four colours beneath the carpet. Forty-one sound hollow.',
      'Recommended order: structure, roof, drainage, façade, interiors.',
      {
        table: [
          ['Part', 'Finding', 'Urgency'],
          ['Rafters', '34 of 102 to be renewed', 'now'],
          ['Beam above the hall', 'head rotten over 60 cm', 'now'],
          ['Gutters', 'chapel wing without', 'soon'],
          ['Lime façade', 'loose on a third of the north front', 'soon'],
          ['Pantry floor', 'woodworm, active', 'soon'],
          ['Tiled hall', 'sound but for 41 tiles', 'later'],
        ],
      },
      {
        chart: {
          values: [
            ['North', 40],
            ['East', 15],
            ['South', 5],
            ['West', 22],
            ['Chapel', 31],
          ],
          highest: 50,
          unit: ' cm',
        },
        caption: 'Height of the damp in the walls, in centimetres above the floor',
        height: 180,
      },
    ],
    history: [
      { at: '2026-01-28 17:20', by: 'tomas', upload: 'fabric-survey.pdf' },
      { at: '2026-01-29 15:30', by: 'marta', to: 'published' },
    ],
    downloads: [
      { at: '2026-01-29 22:35', by: 'ravi' },
      { at: '2026-06-08 10:05', by: 'ravi' },
    ],
  },
  {
    project: 'villa',
    type: 'certificate',
    title: 'Engineer’s certificate, beam above the hall',
    contents: [
      'The repaired beam carries 3.2 kilonewtons per square metre with the required safety. Joint inspected before closing, eight oak pegs, moisture of the new wood fourteen percent.',
      'Load test with water bags: deflection 2.1 millimetres, fully recovered.',
      {
        chart: {
          values: [
            ['0.8 kN', 0.5],
            ['1.6 kN', 1],
            ['2.4 kN', 1.6],
            ['3.2 kN', 2.1],
            ['unloaded', 0],
          ],
          highest: 5,
          limit: { value: 4.2, label: 'allowed: 4.2 mm' },
        },
        caption: 'Load test: deflection in millimetres at each step of loading',
        height: 190,
      },
      {
        table: [
          ['Step', 'Load, kN/m²', 'Deflection, mm'],
          ['1', '0.8', '0.5'],
          ['2', '1.6', '1.0'],
          ['3', '2.4', '1.6'],
          ['4', '3.2', '2.1'],
          ['5', '0.0', '0.0'],
        ],
      },
    ],
    history: [
      { at: '2026-04-02 11:10', by: 'tomas', upload: 'beam-certificate.pdf' },
      { at: '2026-04-02 11:11', by: 'tomas', to: 'pending' },
      { at: '2026-04-03 09:40', by: 'marta', to: 'approved' },
      { at: '2026-04-03 09:41', by: 'marta', to: 'published' },
    ],
    downloads: [{ at: '2026-04-06 13:00', by: 'ravi' }],
  },
  {
    project: 'villa',
    type: 'plan',
    title: 'Façade: colours and profiles',
    contents: [
      'Three lime washes, each in two coats, on the north wall: bone, sand and shell. Window surrounds stay stone grey.',
      'Profiles of the cornice are taken from the undamaged length above the chapel door and run in lime on site.',
      { drawing: 'villa-facade', caption: 'North front with the washes, and the cornice' },
      { since: 2, text: 'Second version: all four fronts in "sand", as in the application to the heritage office.' },
      {
        table: [
          ['Wash', 'Lime', 'Pigment'],
          ['bone', '12 parts', 'none'],
          ['sand', '12 parts', 'yellow ochre, 1 part'],
          ['shell', '12 parts', 'red ochre, half a part'],
        ],
      },
    ],
    history: [
      { at: '2026-05-18 14:50', by: 'marta', upload: 'facade-colours.pdf' },
      { at: '2026-05-21 09:50', by: 'marta', to: 'published' },
      { at: '2026-06-17 12:30', by: 'marta', upload: 'facade-colours-2.pdf', change: 'All four fronts in "sand"' },
    ],
    downloads: [{ at: '2026-05-22 21:55', by: 'ravi' }],
  },
  {
    project: 'villa',
    type: 'permit',
    title: 'Consent of the heritage office, façade',
    contents: [
      'Application for consent to renew the lime wash of all four fronts in the shade "sand", with samples on the north wall.',
      'Visit of the office expected this month. Until then no work on the street side.',
      {
        table: [
          ['Enclosure', 'Pages'],
          ['Photographs of all four fronts', '8'],
          ['Analysis of the old plaster', '3'],
          ['Colours and profiles', '2'],
          ['Letter of the owner', '1'],
        ],
      },
      { drawing: 'villa-facade', caption: 'North front with the samples', height: 210 },
    ],
    history: [
      { at: '2026-06-05 10:15', by: 'tomas', upload: 'heritage-application.pdf' },
      { at: '2026-06-05 10:16', by: 'tomas', to: 'pending' },
    ],
  },
  {
    project: 'villa',
    type: 'plan',
    title: 'Heating plan, ground floor',
    contents: [
      'Low convectors under the library windows instead of radiators, floor heating in the chapel wing only. Pipes follow the old servants’ passage, so that no painted wall is opened.',
      { drawing: 'heating-plan', caption: 'Ground floor. Solid: convectors and floor heating; dashed: pipes in the servants’ passage.' },
      {
        table: [
          ['Room', 'Heated by', 'Watts'],
          ['Library', '2 convectors, 150 cm', '2,400'],
          ['Dining room', '2 convectors, 150 cm', '2,200'],
          ['Hall', 'none, tempered by the rooms', '0'],
          ['Chapel wing', 'floor heating, 29 m²', '2,300'],
        ],
      },
    ],
    history: [{ at: '2026-06-16 17:00', by: 'tomas', upload: 'heating-ground-floor.pdf' }],
  },
  {
    project: 'villa',
    type: 'report',
    title: 'Roof and drainage, interim report',
    contents: [
      'Main roof: 92 square metres of old tiles on the street side, new handmade tiles on the garden side. Chapel wing boarded and covered.',
      'Behind plan by five working days. Reason: breakage of old tiles when lifted, 48 percent instead of the 25 percent assumed.',
      {
        table: [
          ['Part', 'Area', 'Done'],
          ['Main roof, street side', '92 m²', '100 %'],
          ['Main roof, garden side', '96 m²', '90 %'],
          ['Chapel wing', '54 m²', '70 %'],
          ['Gutters and downpipes', '61 m', '60 %'],
        ],
      },
      {
        chart: {
          values: [
            ['Week 1', 39],
            ['Week 2', 52],
            ['Week 3', 50],
            ['Week 4', 46],
            ['Week 5', 51],
          ],
          highest: 70,
          limit: { value: 25, label: 'assumed: 25 %' },
          unit: ' %',
        },
        caption: 'Old tiles that broke when lifted, by week, in percent',
        height: 180,
      },
    ],
    history: [
      { at: '2026-06-03 15:35', by: 'tomas', upload: 'roof-interim.pdf' },
      { at: '2026-06-04 08:50', by: 'marta', to: 'published' },
    ],
  },
];
