import { documents } from '@/prisma/seed/stories/kestrel/documents';
import { hours } from '@/prisma/seed/stories/kestrel/hours';
import { accountEntries, invoices } from '@/prisma/seed/stories/kestrel/invoices';
import { clients, people } from '@/prisma/seed/stories/kestrel/people';
import { photoUploads } from '@/prisma/seed/stories/kestrel/photos';
import { projects } from '@/prisma/seed/stories/kestrel/projects';
import { support } from '@/prisma/seed/stories/kestrel/support';
import { documentTypes, tenant } from '@/prisma/seed/stories/kestrel/tenant';
import { tickets } from '@/prisma/seed/stories/kestrel/tickets';
import { updates } from '@/prisma/seed/stories/kestrel/updates';
import type { Story } from '@/prisma/seed/story';

/** A design studio on the Hudson with one company as its client; another currency, another time zone, other colours. */
export const kestrel: Story = {
  ...{ tenant, admin: 'dana', clients, people, projects, updates, documentTypes, documents, photoUploads, tickets },
  ...{ phaseTemplates: [], invoices, accountEntries, hours, support, guestPasses: [] },
};
