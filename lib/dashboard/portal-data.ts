import type { Day } from '@/lib/format';
import type { OpenInvoices } from '@/lib/invoices/schemas';
import type { PortalProject } from '@/lib/projects/schemas';
import type { MonthOfWork } from '@/lib/time/schemas';

/** The client account as its people see it, and how many projects it has. */
export type PortalClient = {
  id: string;
  name: string;
  currency: string;
  /** Planned, under way or on hold. */
  currentProjects: number;
  /** Completed or cancelled. */
  earlierProjects: number;
};

/** What the portal knows of a client at a glance. */
export type ClientPortalData = {
  client: PortalClient;
  /** Not finished: those under way first. */
  projects: PortalProject[];
  /** Completed or cancelled, the latest first: they stay in sight. */
  earlierProjects: PortalProject[];
  invoices: OpenInvoices;
  timeEntries: MonthOfWork;
};

/** A phase that is to be finished on a day. */
export type Milestone = {
  phaseId: string;
  phaseName: string;
  projectId: string;
  projectName: string;
  dueOn: Day;
  /** The day has passed. */
  isOverdue: boolean;
  /** 0–100. */
  percent: number;
};

/** Something that happened on a project: a note from the team, or a phase that began or was completed. */
export type News = {
  kind: 'update' | 'phase_completed' | 'phase_started';
  on: Day;
  /** Of the update or the phase. */
  id: string;
  /** The update's title or the phase's name. */
  title: string;
  projectId: string;
  projectName: string;
  /** The beginning of an update's text, who wrote it, and how many comments it has. */
  excerpt: string | null;
  authorName: string | null;
  comments: number;
};
