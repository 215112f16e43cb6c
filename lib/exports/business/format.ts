import { cleanFileName } from '@/lib/storage/file-name';

// The layout of the archive of a whole business (docs/tenant-export.md). What writes it and what restores it share this file.

/** Raised by every change of the layout. A restore takes this version only. */
export const formatVersion = 1;
export const format = 'oriel-business';

/** The tables of the archive, parents first where they have one. */
export const takenTables = [
  ...['tenants', 'clients', 'users', 'stored_files', 'number_sequences', 'billing_settings', 'support_settings'],
  ...['phase_templates', 'document_types', 'saved_replies', 'projects', 'phases', 'phase_date_changes'],
  ...['project_updates', 'photos', 'photo_variants', 'project_update_photos', 'project_comments', 'update_notes'],
  ...['documents', 'document_versions', 'document_pictures', 'document_transitions', 'document_downloads'],
  ...['support_tickets', 'ticket_messages', 'ticket_notes', 'ticket_attachments', 'ticket_reads', 'ticket_topics'],
  ...['instalments', 'invoices', 'invoice_lines', 'payments', 'payment_allocations', 'refunds', 'credit_notes'],
  ...['credit_note_lines', 'payment_claims', 'ledger_entries', 'statement_prints', 'time_entries', 'work_timers'],
  ...['notifications', 'notification_settings', 'mail_preferences', 'mails', 'mail_items', 'received_mails'],
  ...[
    'clock_marks',
    'schedule_runs',
    'visits',
    'openings',
    'rollups',
    'imports',
    'import_records',
    'import_problems',
    'erasures',
  ],
  ...['audit_archives', 'audit_entries', 'audit_links'],
] as const;

/** The tables that no archive has, each with the reason. */
export const leftOutTables: Readonly<Record<string, string>> = {
  credentials: 'Password hashes. After a restore everybody sets a new password by a link.',
  sessions: 'Sessions open accounts. After a restore everybody signs in anew.',
  api_tokens: 'API tokens and calendar addresses open accounts. They are made anew.',
  user_links: 'Invitations and links for a new password open accounts.',
  security_notices: 'They speak of links that are left out.',
  throttle_counters: 'Counters of this installation against guessing.',
  idempotency_keys: 'Answers to requests of the last day, encrypted with the key of this installation.',
  guest_passes: 'Links and passwords that open records without an account. They are handed out anew.',
  guest_pass_projects: 'What a guest pass shows, which is left out.',
  guest_visits: 'Who used a guest pass, which is left out.',
  reply_addresses: 'Secrets of mails. Answers to mails from before a restore do not arrive.',
  jobs: 'Work of this installation that is under way.',
  client_exports: 'Archives are copies and stay where they were made.',
  ledger_checks: 'What the last proof found. A restore proves the ledger anew.',
  audit_checks: 'What the last proof found. A restore proves the trail anew.',
  search_entries: 'The index of the search. A restore makes it anew.',
  _prisma_migrations: 'The history of the database. tenant.json names the last migration.',
};

/** The columns of taken tables that no archive has, besides those that PostgreSQL derives, each with the reason. */
export const leftOutColumns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mails: { job: 'The job that would send it, which is left out.' },
};

/** The names of an archive's entries. */
export const entry = {
  about: 'tenant.json',
  readMe: 'README.txt',
  sums: 'SHA256SUMS',
  table: (name: string) => `tables/${name}.ndjson`,
  /** A stored file lies in a folder of its own by its storage key, under the name that people know. */
  file: (storageKey: string, fileName: string) =>
    `files/${storageKey}/${cleanFileName(fileName.replace(/[/\\]/g, '-'))}`,
};

/** The name of the file of a sealed part of the audit trail, which has no row in stored_files. */
export const trailName = (number: unknown) => `audit-trail-${number}`;

/** A column of a taken table, by its type of PostgreSQL. */
export type TakenColumn = { name: string; type: string };

export const readMe = `This archive holds a whole business as Oriel keeps it.

tenant.json           what this is: the business, the version of the layout, the columns and numbers of rows of every table
tables/*.ndjson       one table each, one row per line as JSON, in UTF-8
files/<key>/<name>    the stored files; <key> is the storage_key of the row in tables/stored_files.ndjson
SHA256SUMS            the fingerprint of every file; "sha256sum -c SHA256SUMS" checks them

Instants are ISO 8601 in UTC, dates YYYY-MM-DD, bytes \\x and hexadecimal digits, money integers in minor units (cents).
The documentation has every column: docs/tenant-export.md and docs/tenant-export-tables.md.
"npm run restore-tenant -- <this file>" restores the business into an empty installation.
`;
