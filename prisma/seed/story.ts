import type {
  ClientKind,
  NotificationKind,
  PaymentMethod,
  PhaseStatus,
  PhotoVisibility,
  ProjectStatus,
  TicketCategory,
  TicketPriority,
  TicketStatus,
} from '@/lib/db/generated/enums';
import type { GuestSection } from '@/lib/guests/rule';
import type { MoveReason } from '@/lib/projects/schedule/rule';
import type { StoryDay, StoryMoment } from '@/prisma/seed/clock';
import type { DocumentData, DocumentTypeData } from '@/prisma/seed/document-data';

/** Rows by key. Other rows refer to a row by its key; `checkStory` finds every key that does not exist. */
export type Table<Row> = Readonly<Record<string, Row>>;

/**
 * The demo data of one tenant. Its dates are those of the story calendar (clock.ts); its amounts are decimals in the tenant's
 * currency, such as '9120.00'.
 */
export type Story = {
  tenant: TenantData;
  /** The person who does everything that no other person is named for. */
  admin: string;
  clients: Table<ClientData>;
  people: Table<PersonData>;
  projects: Table<ProjectData>;
  phaseTemplates: readonly PhaseTemplateData[];
  updates: readonly UpdateData[];
  documentTypes: Table<DocumentTypeData>;
  documents: readonly DocumentData[];
  photoUploads: readonly PhotoUploadData[];
  tickets: readonly TicketData[];
  support: SupportData;
  invoices: readonly InvoiceData[];
  accountEntries: readonly AccountEntryData[];
  hours: readonly HoursData[];
  guestPasses: readonly GuestPassData[];
};

export type TenantData = {
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
  billing: BillingData;
  showcaseEnabled: boolean;
  since: StoryDay;
};

/** How the tenant is paid, and the terms of its new invoices. */
export type BillingData = {
  accountHolder: string;
  iban?: string;
  bic?: string;
  countryCode: string;
  paymentTermDays: number;
  taxPercent: number;
  footer: string;
};

export type ClientData = {
  name: string;
  kind: ClientKind;
  email: string;
  phone: string;
  address: string;
  taxNumber?: string;
  countryCode: string;
  internalNotes: string;
  since: StoryDay;
};

export type PersonData = {
  name: string;
  email: string;
  phone: string;
  joined: StoryDay;
  /** Notifications from before this moment are read, later ones are unread. */
  lastVisit: StoryMoment;
  /** An address of the ranges reserved for documentation. */
  ip: string;
  /** Kinds of notification that are not sent to this person by e-mail. */
  mutes?: readonly NotificationKind[];
} & ({ userType: 'admin' | 'staff' } | { userType: 'client'; client: string });

/** A guest pass that was opened already. Its secret is public, like the password of the demo's accounts. */
export type GuestPassData = {
  by: string;
  label: string;
  secret: string;
  projects: readonly string[];
  sections: readonly GuestSection[];
};

export type ProjectData = {
  client: string;
  contact: string;
  name: string;
  description: string;
  status: ProjectStatus;
  address: string;
  /** Degrees; north and east are positive. */
  location: { latitude: number; longitude: number };
  created: StoryDay;
  planned: readonly [start: StoryDay, end: StoryDay];
  contractValue: string;
  /** What the client sees of its hours; all of each entry unless named. */
  hoursShown?: 'totals' | 'hidden';
  phases: Table<PhaseData>;
  /** The payment schedule, by keys that lines of invoices name. */
  instalments?: Table<InstalmentData>;
};

/** A share of the contract value, or an amount; due with a phase or on a day. */
export type InstalmentData = { title: string; phase?: string; due?: StoryDay } & (
  | { percent: number }
  | { amount: string }
);

export type PhaseData = {
  name: string;
  status: PhaseStatus;
  weight: number;
  /** Given for phases under way; a completed phase has 100, one that has not started 0. */
  percent?: number;
  planned: readonly [start: StoryDay, end: StoryDay];
  actual?: readonly [start: StoryDay, end?: StoryDay];
  /** How the planned dates came to be what they are: those of the plan, and why they moved. */
  moved?: { at: StoryMoment; plan: readonly [start: StoryDay, end: StoryDay]; reason: MoveReason; note?: string };
};

/** A list of phases, each with its weight and its duration in calendar days. */
export type PhaseTemplateData = { name: string; phases: readonly { name: string; weight: number; days: number }[] };

/** A text, its author and its time. */
export type MessageData = { by: string; at: StoryMoment; body: string };

export type UpdateData = MessageData & {
  project: string;
  title: string;
  photos?: readonly string[];
  comments?: readonly MessageData[];
  /** Internal comments of the team. */
  notes?: readonly MessageData[];
};

/** Photos of a project that were uploaded together. */
export type PhotoUploadData = { project: string; by: string; at: StoryMoment; photos: Table<PhotoData> };

/** A photo; its key is the name of its picture in `photos/<slug>` without the ending. `phase` is one of its project. */
export type PhotoData = { phase: string; visibility: PhotoVisibility; taken: StoryMoment; caption: string };

export type TicketData = MessageData & {
  project?: string;
  subject: string;
  category: TicketCategory;
  priority: TicketPriority;
  /** Pictures that came with the question, by the names of their files in `photos/<slug>` without the ending. */
  pictures?: readonly string[];
  /** The phase that it asks about, as `<project>/<phase>`. */
  aboutPhase?: string;
  /** Who answers it. */
  assignee?: string;
  messages?: readonly MessageData[];
  /** Internal notes. */
  notes?: readonly MessageData[];
  /** Changes of the status, which begins as "open". */
  changes?: readonly { at: StoryMoment; by: string; to: TicketStatus }[];
};

/** Within how many hours tickets are answered and closed, and the answers that are given again and again. */
export type SupportData = {
  firstResponseHours: number;
  resolutionHours: number;
  replies: readonly { name: string; body: string }[];
};

export type InvoiceData = {
  /** By which a payment of several invoices names it. */
  key?: string;
  project: string;
  drafted: StoryDay;
  /** Missing for a draft. */
  issued?: StoryDay;
  /** Calendar days until payment is due. */
  termDays: number;
  notes?: string;
  lines: readonly {
    description: string;
    quantity: number;
    unitPrice: string;
    taxPercent: number;
    /** The instalment of the project's payment schedule that the line bills. */
    instalment?: string;
  }[];
  /** A payment without an amount pays what is still open. */
  payments?: readonly { on: StoryDay; amount?: string; method: PaymentMethod; reference: string }[];
  /** A credit note for a part of it. */
  credited?: { on: StoryDay; reason: string; lines: InvoiceData['lines'] };
  /** A person of the client says that what is open was paid; an admin may have declined. */
  claimed?: ClaimData;
  voided?: { on: StoryDay; reason: string };
};

export type ClaimData = {
  at: StoryMoment;
  by: string;
  paidOn: StoryDay;
  note: string;
  declined?: { at: StoryMoment; reason: string };
};

/** An entry on a client's account that is not of one invoice. An adjustment either charges the client or relieves them. */
export type AccountEntryData = {
  client: string;
  on: StoryDay;
  amount: string;
  reference: string;
  description: string;
} & (
  | { type: 'payment'; method: PaymentMethod; settles?: readonly { invoice: string; amount: string }[] }
  /** `of` is the reference of its payment. */
  | { type: 'refund'; of: string }
  | { type: 'adjustment'; side: 'charge' | 'relief' }
);

/** Work of a person on a project: on a share of the workdays, some hours with one of the tasks. */
export type HoursData = {
  project: string;
  by: string;
  from: StoryDay;
  to: StoryDay;
  /** 0 to 1. */
  shareOfDays: number;
  hoursPerDay: readonly [least: number, most: number];
  /** What an hour costs the tenant. */
  costRate: string;
  tasks: readonly string[];
  /** Where given, about one entry in seven is one of these, and not billable. */
  unbilledTasks?: readonly string[];
};
