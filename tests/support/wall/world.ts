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
  security_notices: 'SecurityNotice',
  throttle_counters: 'ThrottleCounter',
  idempotency_keys: 'IdempotencyKey',
  clients: 'Client',
  projects: 'Project',
  phases: 'Phase',
  phase_date_changes: 'PhaseDateChange',
  phase_templates: 'PhaseTemplate',
  project_updates: 'ProjectUpdate',
  project_update_photos: 'ProjectUpdatePhoto',
  project_comments: 'ProjectComment',
  update_notes: 'UpdateNote',
  stored_files: 'StoredFile',
  document_types: 'DocumentType',
  documents: 'Document',
  document_versions: 'DocumentVersion',
  document_pictures: 'DocumentPicture',
  document_transitions: 'DocumentTransition',
  document_downloads: 'DocumentDownload',
  photos: 'Photo',
  photo_variants: 'PhotoVariant',
  support_tickets: 'SupportTicket',
  ticket_messages: 'TicketMessage',
  ticket_notes: 'TicketNote',
  ticket_attachments: 'TicketAttachment',
  ticket_reads: 'TicketRead',
  ticket_topics: 'TicketTopic',
  saved_replies: 'SavedReply',
  support_settings: 'SupportSettings',
  invoices: 'Invoice',
  invoice_lines: 'InvoiceLine',
  instalments: 'Instalment',
  billing_settings: 'BillingSettings',
  payments: 'Payment',
  payment_allocations: 'PaymentAllocation',
  refunds: 'Refund',
  credit_notes: 'CreditNote',
  credit_note_lines: 'CreditNoteLine',
  payment_claims: 'PaymentClaim',
  ledger_entries: 'LedgerEntry',
  ledger_checks: 'LedgerCheck',
  statement_prints: 'StatementPrint',
  time_entries: 'TimeEntry',
  work_timers: 'WorkTimer',
  notifications: 'Notification',
  notification_settings: 'NotificationSetting',
  clock_marks: 'ClockMark',
  visits: 'Visit',
  openings: 'Opening',
  jobs: 'Job',
  schedule_runs: 'ScheduleRun',
  mails: 'Mail',
  mail_items: 'MailItem',
  mail_preferences: 'MailPreference',
  reply_addresses: 'ReplyAddress',
  received_mails: 'ReceivedMail',
  guest_passes: 'GuestPass',
  guest_pass_projects: 'GuestPassProject',
  guest_visits: 'GuestVisit',
  client_exports: 'ClientExport',
  audit_entries: 'AuditEntry',
  audit_links: 'AuditLink',
  audit_checks: 'AuditCheck',
  number_sequences: 'NumberSequence',
  rollups: 'Rollup',
  search_entries: 'SearchEntry',
  imports: 'Import',
  import_records: 'ImportRecord',
  import_problems: 'ImportProblem',
} as const satisfies Record<string, Prisma.ModelName>;

export type TableName = keyof typeof models;
type ModelOf<T extends TableName> = Prisma.TypeMap['model'][(typeof models)[T]];

/** A table row with Prisma's column names. Numbers beyond JavaScript's range are strings, which suffices for equality. */
export type Row<T extends TableName> = ModelOf<T>['payload']['scalars'];
export type Column<T extends TableName> = keyof Row<T> & string;
export type AnyRow = Record<string, unknown>;

/** Every row of every table, read as the owner. */
export type World = { readonly [T in TableName]: readonly Row<T>[] };

export const tables = Object.keys(models) as TableName[];

/** The key columns of a table; `id` unless listed. */
const keys: Partial<Record<TableName, readonly string[]>> = {
  credentials: ['userId'],
  document_pictures: ['versionId'],
  throttle_counters: ['key'],
  idempotency_keys: ['userId', 'keyHash'],
  project_update_photos: ['updateId', 'photoId'],
  photo_variants: ['photoId', 'variant'],
  notification_settings: ['userId', 'kind'],
  visits: ['userId', 'place'],
  number_sequences: ['tenantId', 'kind'],
  rollups: ['tenantId', 'kind', 'periodOn', 'currency'],
  billing_settings: ['tenantId'],
  ledger_checks: ['partyId'],
  work_timers: ['userId'],
  schedule_runs: ['tenantId', 'schedule', 'periodOn'],
  mail_preferences: ['userId'],
  clock_marks: ['recordId', 'kind', 'onDate'],
  ticket_reads: ['ticketId', 'userId'],
  ticket_topics: ['ticketId'],
  guest_pass_projects: ['passId', 'projectId'],
  support_settings: ['tenantId'],
  search_entries: ['recordId', 'kind', 'scopeId'],
};

export const keyColumns = (table: TableName): readonly string[] => keys[table] ?? ['id'];

/** The columns that PostgreSQL generates: it refuses every value for them, before it looks at rights. */
export const generated: readonly string[] = [
  'searchText',
  'hasPassword',
  'openMinor',
  'unallocatedMinor',
  'statusKey',
  'stateKey',
  'visibilityKey',
  'shownClientId',
  'shownDescription',
  'shownName',
];

/** The key of a row as text, to compare shown rows with allowed rows. */
export const nameOf = (table: TableName, row: AnyRow): string =>
  keyColumns(table)
    .map((column) => row[column])
    .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value)))
    .join('/');

export const sqlName = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const fieldName = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A row of `pg` with Prisma's column names. */
export const renamed = (row: AnyRow): AnyRow =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [fieldName(column), value]));

/** Reads every table past the wall. */
export async function loadWorld(owner: pg.Client): Promise<World> {
  const world: Partial<Record<TableName, AnyRow[]>> = {};
  for (const table of tables) world[table] = (await owner.query<AnyRow>(`select * from ${table}`)).rows.map(renamed);
  // The rows come from the tables that the models describe; architecture and drift tests keep both in step.
  return world as unknown as World;
}
