import type { ClientStory, GuestStory, TeamStory } from '@/prisma/seed/story';

export const brightFoods: ClientStory = {
  name: 'Bright Foods',
  kind: 'company',
  email: 'accounts@bright.example',
  phone: '+1 518 555 0140',
  address: '88 Mill Street, Hudson, NY 12534, USA',
  internalNotes:
    'Lena signs off everything visual; invoices over $10,000 also need their CFO, so send them before the 20th.',
  since: -172,
};

export const dana: TeamStory = {
  userType: 'admin',
  name: 'Dana Whitlock',
  email: 'admin@kestrel.example',
  phone: '+1 518 555 0120',
  joined: -210,
  lastVisit: [-1, '09:20'],
  ip: '198.51.100.80',
};

export const lena: GuestStory = {
  userType: 'client',
  name: 'Lena Bright',
  email: 'lena@bright.example',
  phone: '+1 518 555 0141',
  client: brightFoods,
  joined: -170,
  lastVisit: [-3, '15:30'],
  ip: '203.0.113.140',
  mutes: ['invoice_issued', 'payment_recorded'],
};
