import { sees } from '@/tests/support/wall/read-rules';
import { ofMyPeople, ofMyTenant } from '@/tests/support/wall/row-rules';
import type { Rows } from '@/tests/support/wall/subject';
import type { AnyRow, Column, TableName } from '@/tests/support/wall/world';
import { type AllowedActions, adds } from '@/tests/support/wall/write-rules';

// What the functions that erase a person may do: within their tenant, and on the columns that the list of an erasure names.

type Cell<T extends TableName> = readonly Column<T>[];
type Rights<T extends TableName> = {
  reads: Cell<T>;
  changes?: Cell<T>;
  /** What a changed row has to be like. */
  becomes?: (row: AnyRow) => boolean;
  removes?: true;
  adds?: Cell<T> | 'all';
};

const person = ['userId'] as const;
const removed = { reads: person, removes: true } as const;
const removedById = { reads: ['id', 'userId'], removes: true } as const;
const written = { reads: ['id', 'authorId'], changes: ['authorName'] } as const;

const rights: { [T in TableName]?: Rights<T> } = {
  users: {
    reads: ['id', 'tenantId', 'userType', 'name', 'email', 'phone', 'isActive', 'erasedAt'],
    changes: [
      ...(['email', 'name', 'phone', 'locale', 'isActive', 'clientPortalEnabled', 'clientId'] as const),
      ...(['lastSignInAt', 'mailRefusedAt', 'mailRefusal', 'erasedAt', 'updatedAt'] as const),
    ],
  },
  credentials: removed,
  sessions: removedById,
  api_tokens: removedById,
  user_links: removedById,
  idempotency_keys: { reads: ['keyHash', 'userId'], removes: true },
  security_notices: {
    ...{ reads: ['id', 'userId', 'byId'], changes: ['byName'], removes: true },
    // A check: an act of nobody has no name.
    becomes: ({ byId, byName }: AnyRow) => (byId === null) === (byName === null),
  },
  notification_settings: { reads: ['kind', 'userId'], removes: true },
  mail_preferences: removed,
  mails: removedById,
  reply_addresses: removedById,
  visits: { reads: ['place', 'userId'], removes: true },
  openings: removedById,
  document_downloads: removedById,
  ticket_reads: { reads: ['ticketId', 'userId'], removes: true },
  work_timers: removed,
  guest_passes: removedById,
  guest_visits: removedById,
  notifications: { reads: ['id', 'userId', 'facts'], changes: ['facts'], removes: true },
  client_exports: {
    reads: ['id', 'userId', 'askedById', 'state', 'storageKey', 'expiresAt'],
    changes: ['askedByName', 'expiresAt'],
  },
  imports: { reads: ['id', 'createdById'], changes: ['createdByName', 'sample'] },
  import_records: { reads: ['id', 'importId', 'recordId'], removes: true },
  import_problems: { reads: ['id', 'value'], removes: true },
  projects: { reads: ['id', 'tenantId', 'clientUserId'], changes: ['clientUserId'] },
  support_tickets: {
    reads: ['id', 'clientUserId', 'openedById', 'assigneeId'],
    changes: ['clientUserName', 'openedByName', 'assigneeName'],
  },
  ticket_messages: written,
  ticket_notes: written,
  project_updates: written,
  project_comments: written,
  update_notes: written,
  document_versions: { reads: ['id', 'uploadedById'], changes: ['uploadedByName'] },
  document_transitions: { reads: ['id', 'actorId'], changes: ['actorName'] },
  time_entries: { reads: ['id', 'userId', 'invoiceLineId'], changes: ['userName'] },
  payment_claims: { reads: ['id', 'userId', 'decidedById'], changes: ['userName', 'decidedByName'] },
  search_entries: { reads: ['recordId'] },
  ledger_entries: { reads: ['createdById'] },
  credit_notes: { reads: ['createdById'] },
  payments: { reads: ['recordedById'] },
  refunds: { reads: ['recordedById'] },
  audit_entries: { reads: ['actorId', 'recordType', 'recordId'] },
  phase_date_changes: { reads: ['changedById'] },
  stored_files: { reads: ['proofById', 'attachedById'] },
  ticket_attachments: { reads: ['attachedById'] },
  photos: { reads: ['uploadedById'] },
  erasures: { reads: ['askedById'], adds: 'all' },
};

/** Tables of a person, which name no tenant. */
const ofPeople: readonly string[] = [
  ...['credentials', 'sessions', 'api_tokens', 'user_links', 'idempotency_keys', 'security_notices'],
];

type AnyRights = {
  reads: readonly string[];
  changes?: readonly string[];
  becomes?: (row: AnyRow) => boolean;
  removes?: true;
  adds?: readonly string[] | 'all';
};

const ofTenant = (table: string) => (ofPeople.includes(table) ? ofMyPeople : ofMyTenant) as Rows<TableName>;

/** Adds what the functions of an erasure read to the rules of a table. */
export function withErasureReads<R extends Record<TableName, object>>(rules: R): R {
  for (const [table, { reads }] of Object.entries(rights as Record<string, AnyRights>))
    Object.assign(rules[table as TableName], { eraser: sees(ofTenant(table), { only: reads as never }) });
  return rules;
}

/** Adds what the functions of an erasure write to the rules of a table. */
export function withErasureWrites<W extends Record<TableName, object>>(rules: W): W {
  for (const [table, { changes, becomes, removes, adds: added }] of Object.entries(
    rights as Record<string, AnyRights>,
  )) {
    const rows = ofTenant(table);
    const eraser: AllowedActions<TableName> = {
      ...(changes && {
        changes: { rows, columns: { only: changes as never }, ...(becomes && { becomes: becomes as never }) },
      }),
      ...(removes && { removes: rows }),
      ...(added && { adds: adds(rows, added === 'all' ? 'all' : { only: added as never }) }),
    };
    Object.assign(rules[table as TableName], { eraser });
  }
  // The files of archives are removed by a job.
  const isForgetting: Rows<'jobs'> = (row, me) => row.kind === 'forget_exports' && ofMyTenant(row, me);
  Object.assign(rules.jobs, { eraser: { adds: adds(isForgetting, { only: ['id', 'tenantId', 'kind', 'dueAt'] }) } });
  return rules;
}

/** Nobody but those functions writes protocols. */
export const erasureActions = { erasures: {} };
export const whoSeesErasures = {
  erasures: { says: 'Admins read the protocols of the business.', admin: sees<'erasures'>(ofMyTenant) },
};
