import type { InboxItem, InboxKind } from '@/lib/dashboard/inbox/schemas';
import { Prisma } from '@/lib/db/generated/client';
import { allowedSteps } from '@/lib/documents/transitions/rule';

/** A fixed part of a statement; never a text from outside. */
export const sql = (text: string) => Prisma.raw(text);

/** What every kind selects: who and what it is about, then what only some have. */
export const columns = (kind: InboxKind, { id, title, since, late = Prisma.sql`false`, ...own }: Columns) => {
  const or = (name: string, type: string) => own[name] ?? Prisma.raw(`null::${type}`);
  return Prisma.sql`${kind} as kind, ${id} as id, ${title} as title, ${since} as since, ${late} as "isLate",
    ${or('dueOn', 'text')} as "dueOn", ${or('clientId', 'uuid')} as "clientId", ${or('clientName', 'text')} as "clientName",
    ${or('projectId', 'uuid')} as "projectId", ${or('projectName', 'text')} as "projectName", ${or('personName', 'text')} as "personName",
    ${or('number', 'int')} as number, ${or('percent', 'int')} as percent, ${or('currency', 'text')} as currency,
    ${or('openMinor', 'text')} as "openMinor", ${or('excerpt', 'text')} as excerpt, ${or('messageId', 'uuid')} as "messageId",
    ${or('status', 'text')} as status, ${or('requiresApproval', 'boolean')} as "requiresApproval",
    ${or('forbidsOwnApproval', 'boolean')} as "forbidsOwnApproval", ${or('isUploader', 'boolean')} as "isUploader"`;
};
type Columns = Record<'id' | 'title' | 'since', Prisma.Sql> & {
  late?: Prisma.Sql;
  [name: string]: Prisma.Sql | undefined;
};
export const ofClient = { clientId: sql('c.id'), clientName: sql('c.name') };
export const ofProject = { ...ofClient, projectId: sql('p.id'), projectName: sql('p.name') };

/** A row of any kind, as the columns select it. Amounts are texts of minor units. */
export type InboxRow = Omit<InboxItem, 'openMinor' | 'allowed'> & {
  openMinor: string | null;
  requiresApproval: boolean | null;
  forbidsOwnApproval: boolean | null;
  isUploader: boolean | null;
};

/** The item that a row becomes, with the steps that the caller may take. */
export function itemOf(
  { openMinor, requiresApproval, forbidsOwnApproval, isUploader, ...row }: InboxRow,
  userType: 'admin' | 'staff',
): InboxItem {
  const rule = { requiresApproval: requiresApproval ?? false, forbidsOwnApproval: forbidsOwnApproval ?? false };
  return {
    ...row,
    since: new Date(row.since).toISOString(),
    openMinor: openMinor === null ? null : BigInt(openMinor),
    allowed: row.status === null ? [] : allowedSteps(row.status, rule, { userType, isUploader: isUploader ?? false }),
  };
}
