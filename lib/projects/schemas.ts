import { z } from 'zod';
import type { PortalRefusal } from '@/lib/authz/portal-access';
import { calendarDate } from '@/lib/dates';
import { line, recordId, text } from '@/lib/fields';
import type { Day } from '@/lib/format';
import { pageQuery } from '@/lib/paging';
import type { PortalPhase } from '@/lib/projects/phases/schemas';
import { phaseDetail } from '@/lib/projects/phases/schemas';

export const projectStatus = z.enum(['planned', 'active', 'on_hold', 'completed', 'cancelled']);

/** A project in a list, as both sides see it. */
export const projectSummary = z.object({
  id: z.uuid(),
  name: z.string(),
  status: projectStatus,
  address: z.string().nullable(),
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  progress: z.number().describe('The weighted mean of the phases, 0 to 100.'),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** A project with its phases in their order. */
export const projectDetail = projectSummary.extend({
  description: z.string().nullable(),
  phases: z.array(phaseDetail),
});

/** What the business's own people see besides. */
const teamFields = {
  clientId: z.uuid(),
  clientName: z.string(),
  clientUserId: z.uuid().nullable(),
  clientUserName: z.string().nullable().describe('The primary contact; null also for staff, who do not see people.'),
  contractValue: z.string().nullable(),
  currency: z.string(),
};

export const teamProjectSummary = projectSummary.extend(teamFields);
export const teamProjectDetail = projectDetail.extend(teamFields);

export const projectFilter = pageQuery.extend({
  search: z.string().trim().max(200).optional(),
  status: projectStatus.optional(),
  clientId: recordId().optional(),
});

export const projectId = z.strictObject({ id: recordId() });

const aboutProject = {
  description: text().nullish(),
  status: projectStatus.optional(),
  address: line(500).nullish(),
  startsOn: calendarDate.nullish(),
  endsOn: calendarDate.nullish(),
  contractValue: z.string().trim().max(30).nullish().describe("A decimal in the client's currency."),
  clientUserId: recordId('unknownPerson').nullish().describe('The primary contact, a person of the client.'),
};

/** Names the client, or the person whose client it is, or both where they agree. */
export const createProjectInput = z.strictObject({
  clientId: recordId('unknownClient').nullish(),
  name: line(),
  ...aboutProject,
});

/** What is absent stays as it is; null takes a value away. The client never changes, so `clientId` can only repeat it. */
export const changeProjectInput = z.strictObject({
  id: recordId(),
  clientId: recordId('unknownClient').optional(),
  name: line().optional(),
  ...aboutProject,
});

export type ProjectStatus = z.output<typeof projectStatus>;
export type ProjectSummary = z.output<typeof projectSummary>;
export type ProjectDetail = z.output<typeof projectDetail>;
export type TeamProjectSummary = z.output<typeof teamProjectSummary>;
export type TeamProjectDetail = z.output<typeof teamProjectDetail>;
export type ProjectFilter = z.output<typeof projectFilter>;
export type CreateProjectInput = z.output<typeof createProjectInput>;
export type ChangeProjectInput = z.output<typeof changeProjectInput>;

/** A client that a project can be for, with the people who can be its contact. */
export type Party = { id: string; name: string; currency: string; people: { id: string; name: string }[] };

/** A person of a project's client, and what keeps them from seeing it: null when they do see it. */
export type Viewer = {
  id: string;
  name: string;
  email: string;
  hasSignedIn: boolean;
  refusal: PortalRefusal | 'userInactive' | null;
};

type NamedProject = { id: string; name: string; clientName: string };
type DuePhase = { id: string; name: string; percent: number; plannedEndOn: string; project: NamedProject };

/** The first lines of a list, and whether there are more. */
type First<T> = { rows: T[]; more: boolean };

/** What waits for the business's people. */
export type Attention = {
  hasProjects: boolean;
  /** Open phases of running projects past their planned end, and those that end within two weeks. */
  late: First<DuePhase>;
  soon: First<DuePhase>;
  onHold: First<NamedProject>;
  withoutPhases: First<NamedProject>;
  withoutContact: First<NamedProject>;
  /** Client users with access to the portal who have never used it. */
  neverSignedIn: First<{ id: string; name: string; clientName: string; createdAt: Date }>;
};

/** A project with its phases and progress, as overviews show it. */
export type PortalProject = {
  id: string;
  name: string;
  status: ProjectStatus;
  address: string | null;
  startsOn: Day | null;
  endsOn: Day | null;
  /** Whole percent, the weighted mean of its phases. */
  progress: number;
  /** In their order. */
  phases: PortalPhase[];
};
