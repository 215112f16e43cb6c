import type { DocumentTypeData } from '@/prisma/seed/document-data';
import type { PhaseTemplateData, Table, TenantData } from '@/prisma/seed/story';

export const tenant: TenantData = {
  slug: 'harbor-pine',
  name: 'Harbor & Pine Builders',
  currency: 'EUR',
  timeZone: 'Europe/Lisbon',
  accent: '#1F5C57',
  email: 'office@harborpine.example',
  phone: '+351 210 555 100',
  website: 'https://harborpine.example',
  address: 'Rua do Pinhal 22, 2755-112 Cascais, Portugal',
  taxNumber: 'PT 510 555 123',
  billing: {
    accountHolder: 'Harbor & Pine Builders, Lda',
    iban: 'PT50000201231234567890154',
    bic: 'BCOMPTPL',
    countryCode: 'PT',
    paymentTermDays: 30,
    taxPercent: 23,
    footer: 'Harbor & Pine Builders, Lda · Registered in Cascais under 510 555 123',
  },
  showcaseEnabled: true,
  since: '2025-03-13',
};

export const documentTypes: Table<DocumentTypeData> = {
  contract: { name: 'Contract', signed: true, requiresApproval: true, forbidsOwnApproval: true },
  permit: { name: 'Permit', requiresApproval: true },
  plan: { name: 'Plan' },
  report: { name: 'Report' },
  certificate: { name: 'Certificate', requiresApproval: true },
  'invoice-copy': { name: 'Supplier invoice copy' },
  // Inactive: kept for old records, not offered for new documents.
  'fax-copy': { name: 'Fax copy', isActive: false },
};

export const phaseTemplates: PhaseTemplateData[] = [
  {
    name: 'Garden pavilion',
    phases: [
      { name: 'Drawings and permit', weight: 1, days: 28 },
      { name: 'Ground and footings', weight: 2, days: 10 },
      { name: 'Timber frame', weight: 3, days: 14 },
      { name: 'Roof and glazing', weight: 3, days: 12 },
      { name: 'Floor and finishing', weight: 2, days: 10 },
      { name: 'Handover', weight: 1, days: 2 },
    ],
  },
];
