import { certificate, contract, permit, plan } from '@/prisma/seed/harbor-pine/document-types';
import { house } from '@/prisma/seed/harbor-pine/okafor/projects';
import { jane, marta, sam, tomas } from '@/prisma/seed/harbor-pine/people';
import { electrical, groundFloor, upperFloor } from '@/prisma/seed/papers/drawings/plans';
import { waterPlan } from '@/prisma/seed/papers/drawings/site';
import type { DocumentStory } from '@/prisma/seed/story';

export const houseDocuments: DocumentStory[] = [
  {
    project: house,
    type: contract,
    title: 'Building contract, new house',
    contents: [
      'Harbor & Pine Builders builds a timber-framed house of 212 square metres on plot 7, Caminho da Azenha, following the drawings A-01 to A-14, for 412,500 euros plus tax.',
      'The price is due in stages: design, groundworks, frame, roof, windows, services, plaster, interior and handover. A stage is invoiced when it is complete or, for windows and services, in two instalments.',
      'Delay by weather of more than five days in a row moves the handover date by the same number of days. The owners may visit the site at any time after telling the site manager.',
      { heading: 'Payment plan' },
      {
        until: 1,
        table: [
          ['Stage', 'Due when complete', 'EUR without tax'],
          ['1', 'Design and permits', '33,000.00'],
          ['2', 'Groundworks and foundation', '49,500.00'],
          ['3', 'Frame and walls', '82,500.00'],
          ['4', 'Windows and outer doors', '41,250.00'],
          ['5', 'Electricity, water and heating', '57,750.00'],
          ['6', 'Insulation and plaster', '41,250.00'],
          ['7', 'Kitchen, bathrooms and floors', '41,250.00'],
          ['8', 'Garden and handover', '16,500.00'],
          ['Total', '', '412,500.00'],
        ],
      },
      {
        since: 2,
        table: [
          ['Stage', 'Due when complete', 'EUR without tax'],
          ['1', 'Design and permits', '33,000.00'],
          ['2', 'Groundworks and foundation', '49,500.00'],
          ['3', 'Frame and walls', '82,500.00'],
          ['4', 'Roof', '49,500.00'],
          ['5', 'Windows and outer doors', '41,250.00'],
          ['6', 'Electricity, water and heating', '57,750.00'],
          ['7', 'Insulation and plaster', '41,250.00'],
          ['8', 'Kitchen, bathrooms and floors', '41,250.00'],
          ['9', 'Garden and handover', '16,500.00'],
          ['Total', '', '412,500.00'],
        ],
      },
      {
        drawing: groundFloor,
        caption: 'A-01, ground floor, reduced. The full set is drawings A-01 to A-14.',
        height: 230,
      },
    ],
    events: [
      { upload: 'house-contract.pdf', at: [-172, '11:20'], by: tomas },
      { to: 'pending', at: [-172, '11:25'], by: tomas },
      {
        to: 'rejected',
        reason: 'The stage for the roof is missing from the payment plan.',
        at: [-171, '15:10'],
        by: marta,
      },
      { to: 'draft', at: [-170, '08:30'], by: tomas },
      {
        upload: 'house-contract-2.pdf',
        change: 'The stage for the roof is in the payment plan',
        at: [-170, '08:45'],
        by: tomas,
      },
      { to: 'pending', at: [-170, '08:46'], by: tomas },
      { to: 'approved', at: [-169, '10:00'], by: marta },
      { to: 'published', at: [-169, '10:01'], by: marta },
    ],
    downloads: [
      { by: sam, at: [-169, '12:15'] },
      { by: jane, at: [-168, '21:05'] },
      { by: sam, at: [-27, '08:35'] },
    ],
  },
  {
    project: house,
    type: permit,
    title: 'Building permit',
    contents: [
      'The municipality permits the construction of a detached house with workshop on plot 7, Caminho da Azenha, as applied for.',
      'Work begins within twelve months. The ridge lies no higher than 7.40 metres above the lane. Rainwater stays on the plot.',
      {
        table: [
          ['Condition', 'Requirement'],
          ['1', 'Start of work is announced five working days before, by the builder.'],
          ['2', 'The ridge lies no higher than 7.40 metres above the lane, measured at the gate.'],
          ['3', 'Rainwater is collected or seeps away on the plot.'],
          ['4', 'The two stone pines on the western boundary are kept and protected during the works.'],
          ['5', 'The lane stays passable for its residents at all times.'],
        ],
      },
      'Process 1142, decided by the head of the department for town planning. An appeal is possible within fifteen working days.',
    ],
    events: [
      { upload: 'building-permit.pdf', at: [-124, '11:40'], by: marta },
      { to: 'pending', at: [-124, '11:41'], by: marta },
      { to: 'approved', at: [-124, '11:50'], by: marta },
      { to: 'published', at: [-124, '11:51'], by: marta },
    ],
    downloads: [{ by: sam, at: [-124, '19:20'] }],
  },
  {
    project: house,
    type: certificate,
    title: 'Insurance policy',
    contents: [
      'Liability of the builder for damage to persons, buildings, neighbours and public roads, up to five million euros per case, for the whole time of the works.',
      'Roads used for deliveries are covered; their state is recorded in photographs before the first delivery.',
      {
        table: [
          ['Cover', 'Sum insured, EUR', 'Excess, EUR'],
          ['Persons', '5,000,000', '0'],
          ['Buildings and neighbours', '5,000,000', '1,000'],
          ['Public roads and pipes', '1,000,000', '500'],
          ['Works in progress, fire and storm', '412,500', '2,500'],
        ],
      },
    ],
    events: [
      { upload: 'insurance-policy.pdf', at: [-123, '09:30'], by: tomas },
      { to: 'pending', at: [-123, '09:31'], by: tomas },
      { to: 'approved', at: [-123, '15:00'], by: marta },
      { to: 'published', at: [-123, '15:01'], by: marta },
    ],
    downloads: [{ by: sam, at: [-117, '12:30'] }],
  },
  {
    project: house,
    type: plan,
    title: 'Floor plans A-01 to A-04',
    contents: [
      'Ground floor: hall, kitchen and living room in one, utility room, workshop, guest bathroom. Upper floor: four bedrooms, two bathrooms, study.',
      {
        since: 2,
        text: 'Revision B: the study takes the small east bedroom; the wall cupboard moves to the landing.',
      },
      'Scale 1 to 50 on A2. All measures in centimetres, to be checked on site before ordering.',
      { drawing: groundFloor, caption: 'A-01, ground floor' },
      { drawing: upperFloor, caption: 'A-02, upper floor' },
      {
        table: [
          ['Room', 'Floor', 'Area'],
          ['Living and kitchen', 'ground', '41.0 m²'],
          ['Workshop', 'ground', '40.3 m²'],
          ['Hall', 'ground', '12.9 m²'],
          ['Bedroom 1', 'upper', '16.8 m²'],
          ['Bedroom 2', 'upper', '15.2 m²'],
          ['Bedroom 3', 'upper', '10.8 m²'],
          ['Bathrooms', 'both', '26.6 m²'],
        ],
      },
    ],
    events: [
      { upload: 'floor-plans-a.pdf', at: [-140, '14:00'], by: tomas },
      { to: 'published', at: [-139, '09:10'], by: marta },
      { upload: 'floor-plans-b.pdf', change: 'Study and bedroom 4 change places', at: [-38, '15:25'], by: tomas },
      { to: 'published', at: [-37, '08:55'], by: marta },
    ],
    downloads: [{ by: jane, at: [-37, '20:10'] }],
  },
  {
    project: house,
    type: permit,
    title: 'Water and sewer connection',
    contents: [
      'The water company connects plot 7 to the main in Caminho da Azenha. Meter size DN 20, shaft at the gate.',
      { since: 2, text: 'Second version, with the shaft moved one metre to the west because of the rock.' },
      { drawing: waterPlan, caption: 'Site plan, not to scale. The shaft is accessible from the lane at all times.' },
      {
        table: [
          ['Part', 'Dimension', 'Material'],
          ['Main', 'DN 110', 'ductile iron'],
          ['House connection', 'DN 32', 'PE 100'],
          ['Meter', 'DN 20', 'brass'],
          ['Sewer', 'DN 125, fall 2 %', 'PVC'],
        ],
      },
    ],
    events: [
      { upload: 'water-connection.pdf', at: [-90, '10:00'], by: tomas },
      { to: 'pending', at: [-90, '10:05'], by: tomas },
      { to: 'approved', at: [-89, '09:30'], by: marta },
      { to: 'published', at: [-89, '09:31'], by: marta },
      { upload: 'water-connection-2.pdf', change: 'Shaft moved one metre to the west', at: [-5, '16:10'], by: tomas },
    ],
  },
  {
    project: house,
    type: plan,
    title: 'Electrical plan E-03, revision C',
    contents: [
      'Upper floor: sockets, switches, lights and network points. Changed in revision C: two sockets and one network point on the long wall of the study.',
      'Heights are measured from the finished floor. Emergency cut-off beside the distribution board in the utility room.',
      { drawing: electrical, caption: 'E-03, upper floor, revision C' },
      {
        table: [
          ['Symbol', 'Meaning', 'Height'],
          ['half circle', 'socket, 230 V', '30 cm'],
          ['half circle at the bed', 'socket, 230 V', '65 cm'],
          ['crossed circle', 'light', 'ceiling'],
          ['dashed line', 'switched by', '105 cm'],
        ],
      },
    ],
    events: [
      { upload: 'e-03-c.pdf', at: [-4, '11:05'], by: tomas },
      { to: 'pending', at: [-4, '11:06'], by: tomas },
    ],
  },
];
