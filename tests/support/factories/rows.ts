import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Prisma } from '@/lib/db/generated/client';
import { type models, sqlName, type TableName } from '@/tests/support/wall/world';

type Create<T extends TableName> =
  Prisma.TypeMap['model'][(typeof models)[T]]['operations']['createMany']['args']['data'];
/** The values of a row: Prisma's create input for one row, without nested writes. */
export type RowInput<T extends TableName> = Exclude<Create<T>, readonly unknown[]>;
/** Overrides of a factory's generated values. */
export type Wishes<T extends TableName> = Partial<RowInput<T>>;

const withoutId = new Set<TableName>([
  'credentials',
  'throttle_counters',
  'idempotency_keys',
  'document_pictures',
  'project_update_photos',
  'photo_variants',
  'notification_settings',
  'visits',
  'number_sequences',
  'rollups',
  'billing_settings',
  'ledger_checks',
  'work_timers',
  'schedule_runs',
  'mail_preferences',
  'clock_marks',
  'ticket_reads',
  'ticket_topics',
  'support_settings',
  'guest_pass_projects',
]);
const withUpdatedAt = new Set<TableName>([
  'tenants',
  'users',
  'clients',
  'projects',
  'phases',
  'phase_templates',
  'project_updates',
  'document_types',
  'documents',
  'photos',
  'support_tickets',
  'saved_replies',
  'invoices',
  'time_entries',
]);

/** Inserts one row past the wall and returns its values, with a UUIDv7 `id` if the table has that column. */
export async function insertRow<T extends TableName, R extends RowInput<T>>(owner: pg.Client, table: T, row: R) {
  const inserted = { ...(withoutId.has(table) ? {} : { id: uuidv7() }), ...row };
  const whole: Record<string, unknown> = {
    ...(withUpdatedAt.has(table) ? { updatedAt: new Date() } : {}),
    ...inserted,
  };
  const columns = Object.keys(whole).map(sqlName);
  const places = columns.map((_, index) => `$${index + 1}`);
  await owner.query(
    `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
    Object.values(whole).map(sqlValue),
  );
  // Every table outside `withoutId` has an id here, generated or overridden.
  return inserted as Omit<R, 'id'> & { id: string };
}

/** A value for pg: it writes a Date in the time zone of the process, which can shift a calendar date by a day, and a list as an array. */
function sqlValue(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? JSON.stringify(value) : value;
}

/** Twelve characters for unique values. */
export const mark = () => uuidv7().slice(-12);
