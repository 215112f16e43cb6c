import { z } from 'zod';
import type { Choices } from '@/lib/choices';
import type { MinutesOfWeek, MoneyByMonth } from '@/lib/dashboard/figures/schemas';
import type { Inbox } from '@/lib/dashboard/inbox/schemas';
import { type NewSince, newSince } from '@/lib/dashboard/since/schemas';
import { type WaitingOnMe, waitingOnMe } from '@/lib/dashboard/waiting/schemas';
import { clientDocument } from '@/lib/documents/schemas';
import type { Day } from '@/lib/format';
import { photo } from '@/lib/gallery/schemas';
import { toOpenInvoices } from '@/lib/invoices/open/columns';
import { type OpenInvoices, openInvoices } from '@/lib/invoices/open/schemas';
import { toDecimal } from '@/lib/money';
import { type PortalProject, portalProject } from '@/lib/projects/schemas';
import { monthOfWork } from '@/lib/time/schemas';
import type { Visit } from '@/lib/visits/rule';

/** The client account as its people see it, with the number of unfinished and finished projects. */
const portalClient = z.object({
  id: z.uuid(),
  name: z.string(),
  currency: z.string(),
  currentProjects: z.number().int(),
  earlierProjects: z.number().int(),
  balanceDue: z
    .string()
    .describe("The balance of the account: owed where it is positive, the client's credit otherwise."),
});

/** The planned end of a phase that is not completed. `isOverdue` from the day after; `percent` is 0–100. */
const milestone = z.object({
  phaseId: z.uuid(),
  phaseName: z.string(),
  projectId: z.uuid(),
  projectName: z.string(),
  dueOn: z.iso.date(),
  isOverdue: z.boolean(),
  percent: z.number().int(),
});

/**
 * A note of the team on a project, or a phase that began or was completed. `id` and `title` are those of the update or the
 * phase; excerpt, author and comments belong to updates.
 */
const news = z.object({
  kind: z.enum(['update', 'phase_completed', 'phase_started']),
  on: z.iso.date(),
  id: z.uuid(),
  title: z.string(),
  projectId: z.uuid(),
  projectName: z.string(),
  excerpt: z.string().nullable(),
  authorName: z.string().nullable(),
  comments: z.number().int(),
});

/** A date ahead: the planned end of a phase, or an invoice that falls due. `id` and `title` are those of the phase or the invoice. */
const nextDate = z.object({
  kind: z.enum(['phase', 'invoice']),
  id: z.uuid(),
  title: z.string(),
  projectId: z.uuid().nullable(),
  projectName: z.string().nullable(),
  on: z.iso.date(),
});

const { id, name, status, startsOn, endsOn, progress } = portalProject.shape;
const project = z.object({ id, name, status, startsOn, endsOn, progress });

/** The dashboard as the API gives it. Sums are over all records; the lists beside them hold the first few. */
export const dashboardAnswer = z.object({
  today: z.iso.date(),
  client: portalClient,
  projects: z.array(project),
  earlierProjects: z.array(project),
  milestones: z.array(milestone),
  news: z.array(news),
  documents: z.array(clientDocument).describe('The latest published.'),
  photos: z.array(photo).describe('The newest shared.'),
  invoices: openInvoices,
  timeEntries: monthOfWork,
  waiting: waitingOnMe,
  nextDates: z.array(nextDate).describe('The next three dates.'),
  newSince,
  openTickets: z.number().int().describe('Requests of the caller that are not closed; at most 100 are counted.'),
});

type Answer = z.output<typeof dashboardAnswer>;
export type PortalClient = Omit<Answer['client'], 'balanceDue'> & { balanceMinor: bigint };
export type Milestone = Answer['milestones'][number];
export type News = Answer['news'][number];
export type NextDate = Answer['nextDates'][number];

/** The records of a client at a glance. Unfinished projects are ordered by status, finished ones by their end, the latest first. */
export type ClientPortalData = Pick<Answer, 'timeEntries'> & {
  client: PortalClient;
  projects: PortalProject[];
  earlierProjects: PortalProject[];
  invoices: OpenInvoices;
};

/** The content of the portal's first page: projects, the next milestones, and the latest changes. */
export type Dashboard = ClientPortalData &
  Pick<Answer, 'milestones' | 'nextDates' | 'news' | 'documents' | 'photos' | 'openTickets'> & {
    waiting: WaitingOnMe;
    newSince: NewSince;
    /** The present visit to this page. */
    visit: Visit;
  };

/** Converts money to decimal strings; parsing the answer drops all other fields. */
export function dashboardAnswerOf(dashboard: Dashboard, today: Day): z.input<typeof dashboardAnswer> {
  const { client, invoices, waiting, newSince: since } = dashboard;
  const { currency, balanceMinor } = client;
  const decimal = (minor: bigint | null) => (minor === null ? null : toDecimal(minor, currency));
  return {
    ...dashboard,
    today,
    client: { ...client, balanceDue: toDecimal(balanceMinor, currency) },
    invoices: toOpenInvoices(invoices, currency),
    waiting: {
      ...waiting,
      items: waiting.items.map(({ openMinor, ...item }) => ({ ...item, open: decimal(openMinor) })),
    },
    newSince: {
      ...since,
      sections: since.sections.map(({ items, ...section }) => ({
        ...section,
        items: items.map(({ minor, ...item }) => ({ ...item, amount: decimal(minor) })),
      })),
    },
  };
}

type NamedProject = { id: string; name: string; clientName: string };
type DuePhase = { id: string; name: string; percent: number; plannedEndOn: Day; project: NamedProject };

/** The first rows of a list, and whether there are more. */
type First<T> = { rows: T[]; more: boolean };

/** An open project that nobody of its client sees. `userId` is the only person of the client, where that one is all there is. */
export type UnseenProject = NamedProject & {
  clientId: string;
  reason: 'noPeople' | 'portalOff' | 'userInactive' | 'clientInactive';
  userId: string | null;
};

/** What a new business has done already. */
export type FirstSteps = {
  /** Whether it has its logo, a colour of its own, or says how it is reached. */
  hasDetails: boolean;
  hasClient: boolean;
  hasProject: boolean;
  /** The newest project; null without one. */
  projectId: string | null;
  /** Whether a document was published or a photo shared. */
  hasShared: boolean;
  /** Whether somebody of a client has access to the portal. Always false for staff, who do not see people. */
  hasInvited: boolean;
};

/** What needs attention beside the inbox. */
export type Attention = {
  /** Open phases of planned and active projects that end within two weeks. */
  soon: First<DuePhase>;
  /** Empty for staff, who do not see people; so is the next. */
  unseen: First<UnseenProject>;
  /** People of clients who have not signed in for 30 days; `lastSignInAt` is an instant. */
  quiet: First<{ id: string; name: string; clientName: string; lastSignInAt: string }>;
  /** People of the team who work by the hour and have entered none this week. */
  missingHours: First<{ id: string; name: string }>;
  onHold: First<NamedProject>;
  withoutPhases: First<NamedProject>;
  withoutContact: First<NamedProject>;
};

/** The first page of the business. */
export type TeamDashboard = {
  inbox: Inbox;
  attention: Attention;
  /** Empty for staff, who see no money. */
  money: MoneyByMonth[];
  hours: MinutesOfWeek[];
  steps: FirstSteps;
  /** The newest open projects, to write about. */
  choices: Choices;
};
