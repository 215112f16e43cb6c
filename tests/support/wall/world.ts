import type pg from 'pg';
import type { Prisma } from '@/lib/db/generated/client';

/** Every table of the portal and the Prisma model that describes it. */
export const models = {
  tenants: 'Tenant',
  users: 'User',
  credentials: 'Credential',
  sessions: 'Session',
  api_tokens: 'ApiToken',
  user_links: 'UserLink',
  throttle_counters: 'ThrottleCounter',
  clients: 'Client',
  projects: 'Project',
  phases: 'Phase',
  project_updates: 'ProjectUpdate',
  project_update_photos: 'ProjectUpdatePhoto',
  project_comments: 'ProjectComment',
  stored_files: 'StoredFile',
  document_types: 'DocumentType',
  documents: 'Document',
  document_versions: 'DocumentVersion',
  document_transitions: 'DocumentTransition',
  document_downloads: 'DocumentDownload',
  photos: 'Photo',
  photo_variants: 'PhotoVariant',
  support_tickets: 'SupportTicket',
  ticket_messages: 'TicketMessage',
  ticket_notes: 'TicketNote',
  ticket_attachments: 'TicketAttachment',
  invoices: 'Invoice',
  invoice_lines: 'InvoiceLine',
  payments: 'Payment',
  ledger_entries: 'LedgerEntry',
  time_entries: 'TimeEntry',
  notifications: 'Notification',
  notification_settings: 'NotificationSetting',
  visits: 'Visit',
  audit_entries: 'AuditEntry',
  number_sequences: 'NumberSequence',
} as const satisfies Record<string, Prisma.ModelName>;

export type TableName = keyof typeof models;
type ModelOf<T extends TableName> = Prisma.TypeMap['model'][(typeof models)[T]];

/** A row as it lies in the table, with Prisma's names. Numbers beyond JavaScript's arrive as strings: only identity matters here. */
export type Row<T extends TableName> = ModelOf<T>['payload']['scalars'];
export type Column<T extends TableName> = keyof Row<T> & string;
export type AnyRow = Record<string, unknown>;

/** Everything there is, seen by the owner. */
export type World = { readonly [T in TableName]: readonly Row<T>[] };

export const tables = Object.keys(models) as TableName[];

/** The columns that name a row; `id` alone unless said otherwise. */
const keys: Partial<Record<TableName, readonly string[]>> = {
  credentials: ['userId'],
  throttle_counters: ['key'],
  project_update_photos: ['updateId', 'photoId'],
  photo_variants: ['photoId', 'variant'],
  notification_settings: ['userId', 'kind'],
  visits: ['userId', 'place'],
  number_sequences: ['tenantId', 'kind'],
};

export const keyColumns = (table: TableName): readonly string[] => keys[table] ?? ['id'];

/** The name of a row, to compare what is shown with what may be shown. */
export const nameOf = (table: TableName, row: AnyRow): string =>
  keyColumns(table)
    .map((column) => String(row[column]))
    .join('/');

export const sqlName = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const fieldName = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A row of `pg` with Prisma's names. */
export const renamed = (row: AnyRow): AnyRow =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [fieldName(column), value]));

/** Reads every table past the wall. */
export async function loadWorld(owner: pg.Client): Promise<World> {
  const world: Partial<Record<TableName, AnyRow[]>> = {};
  for (const table of tables) world[table] = (await owner.query<AnyRow>(`select * from ${table}`)).rows.map(renamed);
  // The rows come from the very tables that the models describe; architecture and drift tests hold the two together.
  return world as unknown as World;
}
