import { agreement, artwork, documents, presentation } from '@/prisma/seed/kestrel/documents';
import { batches } from '@/prisma/seed/kestrel/gallery';
import { hours } from '@/prisma/seed/kestrel/hours';
import { invoices, postings } from '@/prisma/seed/kestrel/money';
import { brightFoods, dana, lena } from '@/prisma/seed/kestrel/people';
import { annualReport, identity, packaging, stand } from '@/prisma/seed/kestrel/projects';
import { tickets } from '@/prisma/seed/kestrel/tickets';
import { updates } from '@/prisma/seed/kestrel/updates';
import type { BusinessStory } from '@/prisma/seed/story';

/** A design studio on the Hudson with one company for a client; another currency, another time zone, other colours. */
export const kestrel: BusinessStory = {
  tenant: {
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
    showcaseEnabled: false,
    since: -211,
  },
  admin: dana,
  people: [dana, lena],
  clients: [brightFoods],
  projects: [annualReport, identity, packaging, stand],
  updates,
  documentTypes: [agreement, presentation, artwork],
  documents,
  batches,
  tickets,
  invoices,
  postings,
  hours,
};
