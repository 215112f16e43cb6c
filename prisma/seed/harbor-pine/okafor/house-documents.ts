import { certificate, contract, invoiceCopy, permit, plan, report } from '@/prisma/seed/harbor-pine/document-types';
import { house } from '@/prisma/seed/harbor-pine/okafor/projects';
import { jane, marta, sam, tomas } from '@/prisma/seed/harbor-pine/people';
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
      { upload: 'house-contract-2.pdf', at: [-170, '08:45'], by: tomas },
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
      'Revision B: the study takes the small east bedroom; the wall cupboard moves to the landing.',
      'Scale 1 to 50 on A2. All measures in centimetres, to be checked on site before ordering.',
    ],
    events: [
      { upload: 'floor-plans-a.pdf', at: [-140, '14:00'], by: tomas },
      { to: 'published', at: [-139, '09:10'], by: marta },
      { upload: 'floor-plans-b.pdf', at: [-38, '15:25'], by: tomas },
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
      'Second version, with the shaft moved one metre to the west because of the rock.',
    ],
    events: [
      { upload: 'water-connection.pdf', at: [-90, '10:00'], by: tomas },
      { to: 'pending', at: [-90, '10:05'], by: tomas },
      { to: 'approved', at: [-89, '09:30'], by: marta },
      { to: 'published', at: [-89, '09:31'], by: marta },
      { upload: 'water-connection-2.pdf', at: [-5, '16:10'], by: tomas },
    ],
  },
  {
    project: house,
    type: plan,
    title: 'Electrical plan E-03, revision C',
    contents: [
      'Upper floor: sockets, switches, lights and network points. Changed in revision C: two sockets and one network point on the long wall of the study.',
      'Heights are measured from the finished floor. Emergency cut-off beside the distribution board in the utility room.',
    ],
    events: [
      { upload: 'e-03-c.pdf', at: [-4, '11:05'], by: tomas },
      { to: 'pending', at: [-4, '11:06'], by: tomas },
    ],
  },
  {
    project: house,
    type: certificate,
    title: 'Concrete test certificate',
    contents: [
      'Six cubes from the pour of the slab, tested after twenty-eight days. Mean strength 34.1 MPa, lowest single value 31.8 MPa; required: 30 MPa.',
      'The concrete meets class C25/30. Laboratory report 4471, signed by the head of the laboratory.',
    ],
    events: [
      { upload: 'concrete-test.pdf', at: [-68, '13:15'], by: tomas },
      { to: 'pending', at: [-68, '13:16'], by: tomas },
      { to: 'approved', at: [-67, '10:20'], by: marta },
      { to: 'published', at: [-67, '10:25'], by: marta },
    ],
  },
  {
    project: house,
    type: certificate,
    title: 'Airtightness test, first measurement',
    contents: [
      'Blower-door measurement with roof and east windows in place: 1.9 air changes per hour at 50 pascal. Target at handover: below 0.8.',
      'Leaks found at the pipe sleeve in the north wall and below the sliding door; both are listed for sealing.',
    ],
    events: [
      { upload: 'airtightness-1.pdf', at: [-3, '15:40'], by: tomas },
      { to: 'pending', at: [-3, '15:42'], by: tomas },
      { to: 'approved', at: [-1, '09:05'], by: marta },
    ],
  },
  {
    project: house,
    type: report,
    title: 'Site report, roof stage',
    contents: [
      'The roof was closed four working days ahead of plan. Tiles: 3,860 recycled clay tiles, of which 140 remain as spares behind the workshop.',
      'Inspection of membrane, battens and flashings without findings. Two walkways for the chimney sweep are fixed.',
    ],
    events: [
      { upload: 'site-report-roof.pdf', at: [-23, '10:10'], by: tomas },
      { to: 'published', at: [-23, '11:30'], by: marta },
    ],
    downloads: [{ by: jane, at: [-22, '08:00'] }],
  },
  {
    project: house,
    type: invoiceCopy,
    title: 'Window supplier’s invoice',
    contents: [
      'Copy of the supplier’s invoice for twenty-two windows and one sliding door in larch and aluminium, delivered in two loads.',
      'Position W-07, bedroom east: 1,180 euros. Terms: thirty days net.',
    ],
    events: [
      { upload: 'window-invoice.pdf', at: [-15, '12:00'], by: marta },
      { to: 'published', at: [-15, '12:02'], by: marta },
      { to: 'approved', at: [-8, '14:30'], by: marta },
    ],
  },
];
