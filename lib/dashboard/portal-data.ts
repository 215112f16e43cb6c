import type { Day } from '@/lib/format';

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

export type PortalPhase = {
  id: string;
  name: string;
  status: 'not_started' | 'in_progress' | 'on_hold' | 'completed';
  /** 0–100. */
  percent: number;
  weight: number;
  plannedStartOn: Day | null;
  plannedEndOn: Day | null;
  actualStartOn: Day | null;
  actualEndOn: Day | null;
};

/** A project with what is needed to see at a glance how it stands. */
export type PortalProject = {
  id: string;
  name: string;
  status: 'planned' | 'active' | 'on_hold' | 'completed' | 'cancelled';
  address: string | null;
  startsOn: Day | null;
  endsOn: Day | null;
  /** Whole percent, the weighted mean of its phases. */
  progress: number;
  /** In their order. */
  phases: PortalPhase[];
};

export type OpenInvoice = {
  id: string;
  number: number;
  projectName: string | null;
  issuedOn: Day;
  dueOn: Day;
  totalMinor: bigint;
  openMinor: bigint;
};

/** What is still to be paid. The sums are over every open invoice, the list has those due first. */
export type OpenInvoices = {
  count: number;
  totalOpenMinor: bigint;
  overdueCount: number;
  overdueMinor: bigint;
  first: OpenInvoice[];
};

export type WorkEntry = {
  id: string;
  projectName: string;
  workedOn: Day;
  minutes: number;
  personName: string;
  description: string;
};

/** The hours of one calendar month. `minutes` is the sum of all its entries, the list has the latest. */
export type MonthOfWork = { from: Day; to: Day; minutes: number; count: number; latest: WorkEntry[] };

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
