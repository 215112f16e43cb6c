import { flatAndPavilionDocuments } from '@/prisma/seed/stories/harbor-pine/documents/flat-and-pavilion';
import { houseDocuments } from '@/prisma/seed/stories/harbor-pine/documents/house';
import { houseReports } from '@/prisma/seed/stories/harbor-pine/documents/house-reports';
import { terraceDocuments } from '@/prisma/seed/stories/harbor-pine/documents/terrace';
import { villaDocuments } from '@/prisma/seed/stories/harbor-pine/documents/villa';
import { guestPasses } from '@/prisma/seed/stories/harbor-pine/guest-passes';
import { hours } from '@/prisma/seed/stories/harbor-pine/hours';
import { accountEntries, invoices } from '@/prisma/seed/stories/harbor-pine/invoices';
import { clients, people } from '@/prisma/seed/stories/harbor-pine/people';
import { photoUploads } from '@/prisma/seed/stories/harbor-pine/photos';
import { projects } from '@/prisma/seed/stories/harbor-pine/projects';
import { support } from '@/prisma/seed/stories/harbor-pine/support';
import { documentTypes, phaseTemplates, tenant } from '@/prisma/seed/stories/harbor-pine/tenant';
import { tickets } from '@/prisma/seed/stories/harbor-pine/tickets';
import { updates } from '@/prisma/seed/stories/harbor-pine/updates';
import type { Story } from '@/prisma/seed/story';

/** Builders near Lisbon: a family builds a house, an owner abroad has a villa restored. */
export const harborPine: Story = {
  ...{ tenant, admin: 'marta', clients, people, projects, updates, documentTypes, photoUploads, tickets },
  ...{ phaseTemplates, invoices, accountEntries, hours, support, guestPasses },
  documents: [...flatAndPavilionDocuments, ...houseDocuments, ...houseReports, ...villaDocuments, ...terraceDocuments],
};
