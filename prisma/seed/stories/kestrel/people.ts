import type { ClientData, PersonData, Table } from '@/prisma/seed/story';

export const clients: Table<ClientData> = {
  bright: {
    name: 'Bright Foods',
    kind: 'company',
    email: 'accounts@bright.example',
    phone: '+1 518 555 0140',
    address: '88 Mill Street, Hudson, NY 12534, USA',
    taxNumber: '14-5550177',
    countryCode: 'US',
    internalNotes: 'Lena signs off everything visual; invoices over $10,000 also need their CFO, so send them before the 20th.',
    since: '2025-10-22',
  },
};

export const people: Table<PersonData> = {
  dana: {
    userType: 'admin',
    name: 'Dana Whitlock',
    email: 'admin@kestrel.example',
    phone: '+1 518 555 0120',
    joined: '2025-08-29',
    lastVisit: '2026-06-18 09:20',
    ip: '198.51.100.80',
  },
  lena: {
    userType: 'client',
    client: 'bright',
    name: 'Lena Bright',
    email: 'lena@bright.example',
    phone: '+1 518 555 0141',
    joined: '2025-10-24',
    lastVisit: '2026-06-16 15:30',
    ip: '203.0.113.140',
    mutes: ['invoice_issued', 'payment_recorded'],
  },
};
