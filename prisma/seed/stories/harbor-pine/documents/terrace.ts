import type { DocumentData } from '@/prisma/seed/document-data';

export const terraceDocuments: DocumentData[] = [
  {
    project: 'terrace',
    type: 'permit',
    title: 'Permit for the retaining wall',
    contents: [
      'Application to take down and rebuild nineteen metres of retaining wall up to 2.60 metres high, in stone on a reinforced footing.',
      'Enclosures: survey, soil test, section at four points, photographs.',
      { drawing: 'wall-sections', caption: 'Sections through the wall' },
      { since: 2, text: 'The section at point 3 is now drawn to scale 1:20, as the municipality asked.' },
    ],
    history: [
      { at: '2026-04-22 10:00', by: 'tomas', upload: 'retaining-wall-application.pdf' },
      { at: '2026-04-22 10:01', by: 'tomas', to: 'pending' },
      {
        at: '2026-05-08 11:15',
        by: 'marta',
        to: 'rejected',
        reason: 'The municipality wants the section at point 3 drawn to scale 1:20. Please add the sheet and send it again.',
      },
      { at: '2026-05-11 09:00', by: 'tomas', to: 'draft' },
      { at: '2026-05-12 14:20', by: 'tomas', upload: 'retaining-wall-application-2.pdf', change: 'Section at point 3 to scale 1:20 added' },
      { at: '2026-05-12 14:21', by: 'tomas', to: 'pending' },
      { at: '2026-05-13 10:30', by: 'marta', to: 'approved' },
    ],
  },
  {
    project: 'terrace',
    type: 'report',
    title: 'Soil test',
    contents: [
      'Two trial pits to 1.8 metres: loam over weathered granite, no groundwater. Bearing pressure of 220 kilopascal is available from one metre down.',
      'The bulge in the wall comes from a blocked drain behind it, not from the ground.',
      { drawing: 'trial-pits', caption: 'The two trial pits; depths in metres', height: 220 },
    ],
    history: [
      { at: '2026-04-13 12:05', by: 'tomas', upload: 'soil-test.pdf' },
      { at: '2026-04-14 09:15', by: 'marta', to: 'published' },
    ],
    downloads: [{ at: '2026-04-15 08:30', by: 'ravi' }],
  },
];
