import { z } from 'zod';
import type { Dashboard } from '@/lib/dashboard/dashboard';
import { clientDocument } from '@/lib/documents/schemas';
import type { Day } from '@/lib/format';
import { photo } from '@/lib/gallery/schemas';
import { toDecimal } from '@/lib/money';

const day = z.iso.date();

const project = z.object({
  id: z.uuid(),
  name: z.string(),
  status: z.enum(['planned', 'active', 'on_hold', 'completed', 'cancelled']),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  progress: z.number().int(),
});

const milestone = z.object({
  phaseId: z.uuid(),
  phaseName: z.string(),
  projectId: z.uuid(),
  projectName: z.string(),
  dueOn: day,
  isOverdue: z.boolean(),
  percent: z.number().int(),
});

const news = z.object({
  kind: z.enum(['update', 'phase_completed', 'phase_started']),
  on: day,
  id: z.uuid(),
  title: z.string(),
  projectId: z.uuid(),
  projectName: z.string(),
  excerpt: z.string().nullable(),
  authorName: z.string().nullable(),
  comments: z.number().int(),
});

const invoice = z.object({
  id: z.uuid(),
  number: z.number().int(),
  projectName: z.string().nullable(),
  issuedOn: day,
  dueOn: day,
  total: z.string(),
  open: z.string(),
});

const workEntry = z.object({
  id: z.uuid(),
  projectName: z.string(),
  workedOn: day,
  minutes: z.number().int(),
  personName: z.string(),
  description: z.string(),
});

/** The dashboard as the API gives it. Sums are over everything they name; the lists beside them have the first few. */
export const dashboardAnswer = z.object({
  today: day,
  client: z.object({
    id: z.uuid(),
    name: z.string(),
    currency: z.string(),
    currentProjects: z.number().int(),
    earlierProjects: z.number().int(),
  }),
  projects: z.array(project),
  earlierProjects: z.array(project),
  milestones: z.array(milestone),
  news: z.array(news),
  documents: z.array(clientDocument).describe('The latest published.'),
  photos: z.array(photo).describe('The newest shared.'),
  invoices: z.object({
    currency: z.string(),
    count: z.number().int(),
    totalOpen: z.string(),
    overdueCount: z.number().int(),
    overdue: z.string(),
    first: z.array(invoice),
  }),
  timeEntries: z.object({
    from: day,
    to: day,
    minutes: z.number().int(),
    count: z.number().int(),
    latest: z.array(workEntry),
  }),
});

/** Money becomes decimal strings here; what the answer does not name is left behind when it is parsed. */
export function dashboardAnswerOf(dashboard: Dashboard, today: Day): z.input<typeof dashboardAnswer> {
  const { client, invoices } = dashboard;
  const decimal = (minor: bigint) => toDecimal(minor, client.currency);
  const { count, overdueCount, totalOpenMinor, overdueMinor } = invoices;
  return {
    ...dashboard,
    today,
    invoices: {
      currency: client.currency,
      count,
      totalOpen: decimal(totalOpenMinor),
      overdueCount,
      overdue: decimal(overdueMinor),
      first: invoices.first.map(({ totalMinor, openMinor, ...rest }) => ({
        ...rest,
        total: decimal(totalMinor),
        open: decimal(openMinor),
      })),
    },
  };
}
