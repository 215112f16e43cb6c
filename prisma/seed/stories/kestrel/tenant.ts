import type { DocumentTypeData } from '@/prisma/seed/document-data';
import type { Table, TenantData } from '@/prisma/seed/story';

export const tenant: TenantData = {
  slug: 'kestrel',
  name: 'Kestrel Studio',
  currency: 'USD',
  timeZone: 'America/New_York',
  accent: '#A4472B',
  email: 'hello@kestrel.example',
  phone: '+1 518 555 0119',
  website: 'https://kestrel.example',
  address: '311 Warren Street, Hudson, NY 12534, USA',
  taxNumber: '14-5550123',
  billing: {
    accountHolder: 'Kestrel Studio LLC',
    countryCode: 'US',
    paymentTermDays: 30,
    taxPercent: 0,
    footer: 'Checks payable to Kestrel Studio LLC',
  },
  showcaseEnabled: false,
  since: '2025-08-28',
};

export const documentTypes: Table<DocumentTypeData> = {
  agreement: { name: 'Agreement', signed: true, requiresApproval: true },
  presentation: { name: 'Presentation' },
  artwork: { name: 'Artwork', requiresApproval: true },
};
