import { z } from 'zod';
import type { PortalRefusal } from '@/lib/authz/portal-access';
import type { Choices } from '@/lib/choices';
import { calendarDate } from '@/lib/dates';
import { decimal, line, recordId, text } from '@/lib/fields';
import { listOrder, pageQuery } from '@/lib/paging';
import { phaseDetail, portalPhase } from '@/lib/projects/phases/schemas';
import { projectStatuses } from '@/lib/projects/rule';
import { projectSchedule } from '@/lib/projects/schedule/schemas';
import { projectHoursShown } from '@/lib/time/schemas';

export const projectStatus = z.enum(projectStatuses);

/** A project in a list, as clients and the team see it. */
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
  hoursShown: projectHoursShown.describe('What clients see of its hours: `totals` are dates and minutes alone.'),
  dateHistoryShown: z
    .boolean()
    .describe('Whether its client reads how planned dates moved, where the business shows it.'),
  phases: z.array(phaseDetail),
});

/** A project with its phases and progress, as a client's overviews show it. */
export const portalProject = projectDetail
  .omit({ description: true, hoursShown: true, dateHistoryShown: true, createdAt: true, updatedAt: true })
  .extend({ phases: z.array(portalPhase) });

/** The fields that the team sees in addition. */
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

/** The answers for one project: what is read, and what follows from it today. */
export const projectAnswer = projectDetail.extend({ schedule: projectSchedule });
export const teamProjectAnswer = teamProjectDetail.extend({ schedule: projectSchedule });

/** The newest first. */
export const projectOrder = listOrder('Project', 'projects', [
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

export const projectFilter = pageQuery(projectOrder).extend({
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
  contractValue: decimal.nullish().describe("A decimal in the client's currency."),
  clientUserId: recordId('unknownPerson').nullish().describe('The primary contact, a person of the client.'),
  hoursShown: projectHoursShown.optional(),
  dateHistoryShown: z.boolean().optional(),
};

/** Names the client, or a person of the client, or both where they agree. */
export const createProjectInput = z.strictObject({
  clientId: recordId('unknownClient').nullish(),
  name: line(),
  ...aboutProject,
});

/** An absent field keeps its value; null removes it. The client never changes, so `clientId` can only repeat it. */
export const changeProjectInput = z.strictObject({
  id: recordId(),
  clientId: recordId('unknownClient').optional(),
  name: line().optional(),
  ...aboutProject,
});

export type ProjectSummary = z.output<typeof projectSummary>;
export type ProjectDetail = z.output<typeof projectDetail>;
export type TeamProjectSummary = z.output<typeof teamProjectSummary>;
export type TeamProjectDetail = z.output<typeof teamProjectDetail>;
export type PortalProject = z.output<typeof portalProject>;
export type ProjectFilter = z.output<typeof projectFilter>;
export type CreateProjectInput = z.output<typeof createProjectInput>;
export type ChangeProjectInput = z.output<typeof changeProjectInput>;

/** A project in a list of choices. */
export type ProjectChoice = { id: string; name: string };

/** A person to choose as contact of a project. */
export type Contact = { id: string; name: string; clientId: string };

/** The clients to choose for a project, and contacts: of all clients, or where these are `partial`, of the chosen one. */
export type Parties = { clients: Choices; people: Contact[]; partial: boolean };

/** A person of a project's client; `refusal` is the reason why the portal does not admit them, null when it does. */
export type Viewer = {
  id: string;
  name: string;
  email: string;
  hasSignedIn: boolean;
  refusal: PortalRefusal | 'userInactive' | null;
};
