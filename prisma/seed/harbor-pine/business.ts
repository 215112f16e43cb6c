import {
  certificate,
  contract,
  faxCopy,
  invoiceCopy,
  permit,
  plan,
  report,
} from '@/prisma/seed/harbor-pine/document-types';
import { okaforDocuments } from '@/prisma/seed/harbor-pine/okafor/documents';
import { okaforHours } from '@/prisma/seed/harbor-pine/okafor/hours';
import { houseDocuments } from '@/prisma/seed/harbor-pine/okafor/house-documents';
import { houseReports } from '@/prisma/seed/harbor-pine/okafor/house-reports';
import { okaforInvoices, okaforPostings } from '@/prisma/seed/harbor-pine/okafor/money';
import { okaforBatches } from '@/prisma/seed/harbor-pine/okafor/photos';
import { house, kitchen, pavilion } from '@/prisma/seed/harbor-pine/okafor/projects';
import { okaforTickets } from '@/prisma/seed/harbor-pine/okafor/tickets';
import { okaforUpdates } from '@/prisma/seed/harbor-pine/okafor/updates';
import { jane, marta, okafor, rao, ravi, sam, tomas } from '@/prisma/seed/harbor-pine/people';
import { raoDocuments } from '@/prisma/seed/harbor-pine/rao/documents';
import { raoHours } from '@/prisma/seed/harbor-pine/rao/hours';
import { raoInvoices, raoPostings } from '@/prisma/seed/harbor-pine/rao/money';
import { raoBatches } from '@/prisma/seed/harbor-pine/rao/photos';
import { terrace, villa } from '@/prisma/seed/harbor-pine/rao/projects';
import { raoTickets } from '@/prisma/seed/harbor-pine/rao/tickets';
import { raoUpdates } from '@/prisma/seed/harbor-pine/rao/updates';
import type { BusinessStory } from '@/prisma/seed/story';

/** Builders near Lisbon, with a family that builds a house and an owner who restores a villa from afar. */
export const harborPine: BusinessStory = {
  tenant: {
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
    showcaseEnabled: true,
    since: -331,
  },
  admin: marta,
  people: [marta, tomas, jane, sam, ravi],
  clients: [okafor, rao],
  projects: [kitchen, house, pavilion, villa, terrace],
  updates: [...okaforUpdates, ...raoUpdates],
  documentTypes: [contract, permit, plan, report, certificate, invoiceCopy, faxCopy],
  documents: [...okaforDocuments, ...houseDocuments, ...houseReports, ...raoDocuments],
  batches: [...okaforBatches, ...raoBatches],
  tickets: [...okaforTickets, ...raoTickets],
  invoices: [...okaforInvoices, ...raoInvoices],
  postings: [...okaforPostings, ...raoPostings],
  hours: [...okaforHours, ...raoHours],
};
