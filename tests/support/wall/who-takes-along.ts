import { type ReadRules, sees } from '@/tests/support/wall/read-rules';
import { same } from '@/tests/support/wall/subject';
import { type AnyRow, type TableName, tables } from '@/tests/support/wall/world';

// Part of who-sees-what.ts: the job that takes a whole business along reads all of that business and of no other.

/** What opens an account, or is of this installation and not of the business. */
const stays: readonly TableName[] = [
  ...(['credentials', 'sessions', 'api_tokens', 'user_links', 'security_notices', 'throttle_counters'] as const),
  ...(['idempotency_keys', 'reply_addresses', 'jobs', 'client_exports', 'guest_passes'] as const),
  ...(['guest_pass_projects', 'guest_visits', 'ledger_checks', 'audit_checks', 'search_entries'] as const),
];

/** What PostgreSQL derives from other columns, and the job of a mail. */
const derived: Partial<Record<TableName, readonly string[]>> = {
  tenants: ['searchText'],
  users: ['searchText'],
  clients: ['searchText'],
  stored_files: ['searchText'],
  projects: ['searchText', 'statusKey'],
  documents: ['searchText', 'statusKey'],
  photos: ['visibilityKey'],
  support_tickets: ['searchText', 'statusKey'],
  ticket_messages: ['searchText'],
  ticket_notes: ['searchText'],
  invoices: ['searchText', 'openMinor'],
  payments: ['searchText', 'unallocatedMinor'],
  credit_notes: ['searchText'],
  time_entries: ['shownClientId', 'shownDescription', 'shownName'],
  mails: ['stateKey', 'job'],
};

/** The rules with what the exporter sees. */
export function withExporter(rules: ReadRules): ReadRules {
  const added = tables.map((table) => {
    if (stays.includes(table)) return [table, rules[table]];
    const rows = (row: AnyRow, me: { tenantId: string | null }) =>
      same(table === 'tenants' ? row.id : row.tenantId, me.tenantId);
    const columns = derived[table] ? { except: derived[table] } : 'all';
    return [table, { ...rules[table], exporter: sees(rows as never, columns as never) }];
  });
  // Each rule is of its table; TypeScript cannot follow that through the list.
  return Object.fromEntries(added) as ReadRules;
}
