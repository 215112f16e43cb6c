import type { ClientStory, GuestStory, TeamStory } from '@/prisma/seed/story';

export const okafor: ClientStory = {
  name: 'Okafor residence',
  kind: 'household',
  email: 'home@okafor.example',
  phone: '+351 912 555 014',
  address: 'Rua das Murtas 14, 2750-001 Cascais',
  internalNotes:
    'Jane decides on design, Sam on money. Prefer calls after 18:00. The dog is friendly but fast: keep the gate shut.',
  since: -302,
};

export const rao: ClientStory = {
  name: 'Rao villa',
  kind: 'household',
  email: 'villa@rao.example',
  phone: '+351 936 555 208',
  address: 'Quinta da Nogueira, 2710-405 Sintra',
  internalNotes:
    'Lives abroad until the work is done; sends his sister with the keys. Wants a photo of everything that gets covered up.',
  since: -126,
};

export const marta: TeamStory = {
  userType: 'admin',
  name: 'Marta Figueiredo',
  email: 'admin@harborpine.example',
  phone: '+351 210 555 101',
  joined: -330,
  lastVisit: [-1, '08:40'],
  ip: '192.0.2.10',
};

export const tomas: TeamStory = {
  userType: 'staff',
  name: 'Tomás Reis',
  email: 'staff@harborpine.example',
  phone: '+351 210 555 102',
  joined: -326,
  lastVisit: [-1, '17:05'],
  ip: '192.0.2.11',
};

export const jane: GuestStory = {
  userType: 'client',
  name: 'Jane Okafor',
  email: 'jane@okafor.example',
  phone: '+351 912 555 015',
  client: okafor,
  joined: -300,
  lastVisit: [-4, '21:10'],
  ip: '203.0.113.24',
  mutes: ['photos_shared'],
};

export const sam: GuestStory = {
  userType: 'client',
  name: 'Sam Okafor',
  email: 'sam@okafor.example',
  phone: '+351 912 555 016',
  client: okafor,
  joined: -296,
  lastVisit: [-11, '07:45'],
  ip: '203.0.113.61',
  mutes: ['project_update_posted', 'phase_completed', 'document_published'],
};

export const ravi: GuestStory = {
  userType: 'client',
  name: 'Ravi Rao',
  email: 'ravi@rao.example',
  phone: '+44 7700 900318',
  client: rao,
  joined: -124,
  lastVisit: [-6, '12:20'],
  ip: '198.51.100.17',
};
