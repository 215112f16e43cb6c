import type {
  ClientKind,
  DocumentStatus,
  GalleryVisibility,
  NotificationKind,
  PhaseStatus,
  ProjectStatus,
  TicketCategory,
  TicketPriority,
  TicketStatus,
} from '@/lib/db/generated/enums';
import type { Moment, Workday } from '@/prisma/seed/clock';
import type { Drawing } from '@/prisma/seed/papers/drawing';
import type { InvoiceStory, PostingStory } from '@/prisma/seed/story-money';

/** A demo business: everything there is to know about it. Things refer to one another as objects; ids come later. */
export type BusinessStory = {
  tenant: TenantStory;
  /** Its first admin, who does whatever the story gives to nobody else. */
  admin: TeamStory;
  people: PersonStory[];
  clients: ClientStory[];
  projects: ProjectStory[];
  updates: UpdateStory[];
  documentTypes: DocumentTypeStory[];
  documents: DocumentStory[];
  batches: PhotoBatchStory[];
  tickets: TicketStory[];
  invoices: InvoiceStory[];
  postings: PostingStory[];
  hours: HoursStory[];
};

export type TenantStory = {
  slug: string;
  name: string;
  currency: string;
  timeZone: string;
  accent: string;
  email: string;
  phone: string;
  website: string;
  address: string;
  taxNumber: string;
  showcaseEnabled: boolean;
  since: Workday;
};

type Somebody = {
  name: string;
  email: string;
  phone: string;
  joined: Workday;
  /** What happened before is read, what happened since is new. */
  lastVisit: Moment;
  /** The address they usually come from, one of those reserved for documentation. */
  ip: string;
  /** Kinds of notification this person wants no e-mail for. */
  mutes?: NotificationKind[];
};

export type TeamStory = Somebody & { userType: 'admin' | 'staff' };

/** A person of a client. */
export type GuestStory = Somebody & { userType: 'client'; client: ClientStory };

export type PersonStory = TeamStory | GuestStory;

export type ClientStory = {
  name: string;
  kind: ClientKind;
  email: string;
  phone: string;
  address: string;
  internalNotes: string;
  since: Workday;
};

export type PhaseStory = {
  key: string;
  name: string;
  weight: number;
  status: PhaseStatus;
  percent: number;
  planned: readonly [start: Workday, end: Workday];
  actual?: readonly [start: Workday, end?: Workday];
};

export type ProjectStory = {
  client: ClientStory;
  contact: GuestStory;
  name: string;
  description: string;
  status: ProjectStatus;
  address: string;
  /** Degrees north and east. */
  location: readonly [latitude: number, longitude: number];
  created: Workday;
  runs: readonly [start: Workday, end: Workday];
  contractValueMinor: bigint;
  phases: PhaseStory[];
};

/** What somebody wrote, and when. */
export type WordsStory = { by: PersonStory; at: Moment; body: string };

export type UpdateStory = WordsStory & {
  project: ProjectStory;
  title: string;
  photos?: PhotoStory[];
  comments?: WordsStory[];
};

export type DocumentTypeStory = {
  name: string;
  /** Its papers end with lines to sign on. */
  signed?: true;
  requiresApproval?: true;
  forbidsOwnApproval?: true;
  isActive?: false;
};

/** The life of a document: versions are uploaded, and the newest one moves from state to state. */
export type DocumentEvent = { at: Moment; by: PersonStory } & (
  | { upload: string /** What is new in it, where it is not the first. */; change?: string }
  | { to: DocumentStatus; reason?: string }
);

/** Something on the pages of a document, in the versions from `since` to `until`. A table's first row is its head. */
export type PartStory = { since?: number; until?: number } & (
  | { text: string }
  | { heading: string }
  | { table: readonly (readonly string[])[] }
  | { drawing: Drawing; caption: string /** In points, 250 unless told. */; height?: number }
);

export type DocumentStory = {
  project: ProjectStory;
  type: DocumentTypeStory;
  title: string;
  /** What its pages say; a plain text is a paragraph. */
  contents: (string | PartStory)[];
  events: DocumentEvent[];
  downloads?: { by: GuestStory; at: Moment }[];
};

export type PhotoStory = {
  visibility: GalleryVisibility;
  caption: string;
  /** The key of a phase of its project. */
  phase?: string;
  taken: Moment;
  /** The picture in `photos/<slug>`, without its ending. */
  file: string;
};

/** Photos of a project that were uploaded together. */
export type PhotoBatchStory = { project: ProjectStory; by: PersonStory; at: Moment; photos: PhotoStory[] };

export type TicketStory = WordsStory & {
  by: GuestStory;
  project?: ProjectStory;
  subject: string;
  category: TicketCategory;
  priority: TicketPriority;
  messages?: WordsStory[];
  notes?: WordsStory[];
  /** How its status went on from "open". */
  changes?: { to: TicketStatus; at: Moment; by: PersonStory }[];
};

/** A stretch of work on a project: on most days, some hours, on one of these tasks. */
export type HoursStory = {
  project: ProjectStory;
  by: PersonStory;
  days: readonly [from: Workday, to: Workday];
  /** The share of days on which it was worked on, 0 to 1. */
  share: number;
  hours: readonly [least: number, most: number];
  costRateMinor: bigint;
  tasks: string[];
  unbilled?: string[];
};

/** The uploads in a document's life: its versions. */
export function uploadsOf({ events }: DocumentStory) {
  return events.filter((event) => 'upload' in event);
}
