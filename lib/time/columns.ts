import { fromColumn } from '@/lib/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { TeamTimeEntry, TimeEntry } from '@/lib/time/schemas';

// Columns that the queries select, and the answers made of their rows.

/** Granted to clients: person and description as far as the project shows them. */
export const clientColumns = {
  ...{ id: true, projectId: true, workedOn: true, minutes: true, billable: true },
  ...{ shownName: true, shownDescription: true },
  project: { select: { name: true } },
} satisfies Prisma.TimeEntrySelect;

type ClientRow = Prisma.TimeEntryGetPayload<{ select: typeof clientColumns }>;

export function toEntry({ project, shownName, shownDescription, ...row }: ClientRow): TimeEntry {
  return {
    ...{ id: row.id, projectId: row.projectId, projectName: project.name, workedOn: fromColumn(row.workedOn) },
    ...{ minutes: row.minutes, description: shownDescription, personName: shownName, billable: row.billable },
  };
}

/** Granted to staff, who see no invoices. */
export const staffColumns = {
  ...{ id: true, projectId: true, clientId: true, userId: true, userName: true, workedOn: true, minutes: true },
  ...{ description: true, billable: true, invoiceLineId: true, createdAt: true, updatedAt: true },
  project: { select: { name: true, client: { select: { name: true } } } },
} satisfies Prisma.TimeEntrySelect;

export const adminColumns = {
  ...staffColumns,
  line: { select: { invoice: { select: { id: true, number: true } } } },
} satisfies Prisma.TimeEntrySelect;

type StaffRow = Prisma.TimeEntryGetPayload<{ select: typeof staffColumns }>;
type Billing = { line?: { invoice: { id: string; number: string | null } } | null };

export function toTeamEntry({ project, userName, line, ...row }: StaffRow & Billing): TeamTimeEntry {
  return {
    ...{ id: row.id, projectId: row.projectId, projectName: project.name, workedOn: fromColumn(row.workedOn) },
    ...{ minutes: row.minutes, description: row.description, personName: userName, billable: row.billable },
    ...{ clientId: row.clientId, clientName: project.client.name, userId: row.userId },
    isBilled: row.invoiceLineId !== null,
    invoiceId: line?.invoice.id ?? null,
    invoiceNumber: line?.invoice.number ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
