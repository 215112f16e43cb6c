import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { attempt, describeOutcome, nameOfMe, type Outcome } from '@/tests/integration/wall/acting-as';
import { freshCopy, inMyName, nearMisses } from '@/tests/integration/wall/near-misses';
import { includes, type Me } from '@/tests/support/wall/subject';
import { whoWritesWhat } from '@/tests/support/wall/who-writes-what';
import {
  type AnyRow,
  generated,
  keyColumns,
  nameOf,
  sqlName,
  type TableName,
  type World,
} from '@/tests/support/wall/world';
import type { AllowedActions } from '@/tests/support/wall/write-rules';

// Each check tries the action on every row, near misses included, and returns the differences between PostgreSQL and the
// oracle. Call them inside `actingAs`.

type AnyRows = (row: AnyRow, me: Me, world: World) => boolean;
type AnyActions = {
  adds?: { rows: AnyRows; columns: NonNullable<AllowedActions<TableName>['adds']>['columns'] };
  changes?: { rows: AnyRows; columns: NonNullable<AllowedActions<TableName>['changes']>['columns']; becomes?: AnyRows };
  removes?: AnyRows;
};

// A table's rows and the predicates on them have the same type; TypeScript cannot follow that through the two maps.
const actionsOf = (me: Me, table: TableName) => whoWritesWhat[table][me.kind] as AnyActions | undefined;

/** Inserts a copy of every row, the copy signed by `me`, and near misses of the rows that may be added. */
export async function addingDifferences(owner: pg.Client, world: World, me: Me, table: TableName): Promise<string[]> {
  const may = actionsOf(me, table)?.adds;
  if (!may) return [];
  const column = (name: string) => !generated.includes(name) && includes(may.columns, name);
  const found: string[] = [];
  const add = async (row: AnyRow, keysAgree: boolean) => {
    const allowed = may.rows(row, me, world);
    const columns = Object.keys(row).filter(column);
    const places = columns.map((_, index) => `$${index + 1}`);
    const sql = `insert into ${table} (${columns.map(sqlName).join(', ')}) values (${places.join(', ')})`;
    const outcome = await attempt(
      owner,
      sql,
      columns.map((name) => jsonOf(name, row[name])),
    );
    if (!agrees(outcome, allowed, keysAgree))
      found.push(difference(me, `adding to ${table} ${told(row)}`, outcome, allowed));
    return allowed;
  };
  for (const row of world[table]) {
    const copy = freshCopy(world, table, row);
    if (await add(copy, true)) for (const near of nearMisses(world, table, copy, column)) await add(near, false);
    const forged = inMyName(world, copy, me);
    if (forged) await add(forged, false);
  }
  return found;
}

/** pg would send a list as an array of PostgreSQL; all other lists are in columns of JSON. */
const jsonOf = (name: string, value: unknown) =>
  Array.isArray(value) && name !== 'entryIds' && name !== 'sections' ? JSON.stringify(value) : value;

/** A column and a value that no key or check refuses, by table; unlisted tables use `updatedAt`, and roles without it `firstSignedInAt`. */
const touches: Partial<Record<TableName, [column: string, value: unknown]>> = {
  credentials: ['passwordHash', 'x'],
  sessions: ['revokedAt', new Date()],
  api_tokens: ['revokedAt', new Date()],
  user_links: ['expiresAt', new Date(Date.now() + 60_000)],
  throttle_counters: ['points', 7],
  idempotency_keys: ['answer', randomBytes(40)],
  project_update_photos: ['position', 99],
  stored_files: ['status', 'stored'],
  invoice_lines: ['description', 'Roofing'],
  payments: ['allocatedMinor', 2],
  payment_claims: ['decidedByName', 'Mia'],
  security_notices: ['seenAt', new Date()],
  notifications: ['readAt', new Date()],
  notification_settings: ['cadence', 'daily'],
  jobs: ['lastError', 'no answer'],
  mails: ['unconfirmed', 3],
  mail_items: ['mailId', null],
  mail_preferences: ['stoppedAt', new Date()],
  guest_passes: ['revokedAt', new Date()],
  visits: ['seenAt', new Date(Date.now() + 60_000)],
  openings: ['times', 7],
  ticket_reads: ['readAt', new Date()],
  number_sequences: ['value', 50],
  ledger_checks: ['postingNumber', 7],
  audit_links: ['position', 7],
  audit_archives: ['lineCount', 7],
  audit_checks: ['position', 7],
  statement_prints: ['accountEnd', '0154'],
  client_exports: ['doneFiles', 7],
  rollups: ['amount', 7],
  search_entries: ['title', 'spare'],
};

/** What an erasure puts in the place of a name. */
const standIns: Partial<Record<TableName, [column: string, value: unknown]>> = {
  security_notices: ['byName', 'Former'],
  notifications: ['facts', {}],
  client_exports: ['askedByName', 'Former'],
  imports: ['createdByName', 'Former'],
  projects: ['clientUserId', null],
  support_tickets: ['clientUserName', 'Former'],
  ticket_messages: ['authorName', 'Former'],
  ticket_notes: ['authorName', 'Former'],
  project_updates: ['authorName', 'Former'],
  project_comments: ['authorName', 'Former'],
  update_notes: ['authorName', 'Former'],
  document_versions: ['uploadedByName', 'Former'],
  document_transitions: ['actorName', 'Former'],
  time_entries: ['userName', 'Former'],
};

/** Updates every row one by one and all at once, and tries near misses of the rows that may be changed. */
export async function changingDifferences(owner: pg.Client, world: World, me: Me, table: TableName): Promise<string[]> {
  const may = actionsOf(me, table)?.changes;
  if (!may) return [];
  const usual: [string, unknown] = touches[table] ?? ['updatedAt', new Date()];
  const others: Partial<Record<TableName, [string, unknown]>> = {
    notifications: ['createdAt', new Date()],
    audit_archives: ['sealedAt', new Date()],
    users: ['mailRefusedAt', null],
    client_exports: ['downloadedAt', new Date()],
  };
  const known = [usual, others[table], standIns[table]].filter((one) => one !== undefined);
  const [touched, value] = known.find(([column]) => includes(may.columns, column)) ?? ['firstSignedInAt', new Date()];
  const found: string[] = [];
  const change = async (row: AnyRow, column: string, to: unknown, keysAgree: boolean) => {
    const allowed = may.rows(row, me, world) && (may.becomes?.({ ...row, [column]: to }, me, world) ?? true);
    const { where, values } = keyOf(table, row);
    const sql = `update ${table} set ${sqlName(column)} = $1 where ${where}`;
    const outcome = await attempt(owner, sql, [to, ...values]);
    const action = `setting ${column} of ${table} ${nameOf(table, row)} to ${String(to)}`;
    if (!agrees(outcome, allowed, keysAgree)) found.push(difference(me, action, outcome, allowed));
    return allowed;
  };
  let [met, refused] = [0, false];
  for (const row of world[table] as readonly AnyRow[]) {
    if (may.rows(row, me, world)) met += 1;
    if (!(await change(row, touched, value, true))) {
      refused ||= may.rows(row, me, world);
      continue;
    }
    for (const near of nearMisses(world, table, row, (column) => includes(may.columns, column)))
      for (const column of Object.keys(near).filter((name) => near[name] !== row[name]))
        await change(row, column, near[column], false);
  }
  // An UPDATE without WHERE reads no column, so the SELECT policies do not apply.
  const all = await attempt(owner, `update ${table} set ${sqlName(touched)} = $1`, [value]);
  if (refused ? all.done : !all.done || all.count !== met)
    found.push(`${nameOfMe(me)}: changing all of ${table} is ${describeOutcome(all)}, and may meet ${met}`);
  return found;
}

/** Deletes every row, one by one. A refusal by a foreign key means that the wall allowed the delete. */
export async function removingDifferences(owner: pg.Client, world: World, me: Me, table: TableName): Promise<string[]> {
  const may = actionsOf(me, table)?.removes;
  if (!may) return [];
  const found: string[] = [];
  for (const row of world[table]) {
    const allowed = may(row, me, world);
    const { where, values } = keyOf(table, row, 1);
    const outcome = await attempt(owner, `delete from ${table} where ${where}`, values);
    if (!agrees(outcome, allowed, false))
      found.push(difference(me, `removing ${nameOf(table, row)} from ${table}`, outcome, allowed));
  }
  return found;
}

/** `keysAgree`: only the wall can refuse. Otherwise a refusal by a key or a check is accepted too. */
function agrees(outcome: Outcome, allowed: boolean, keysAgree: boolean): boolean {
  const done = outcome.done && outcome.count > 0;
  if (!allowed) return !done;
  return done || (!keysAgree && !outcome.done && !outcome.refused);
}

function keyOf(table: TableName, row: AnyRow, first = 2) {
  const columns = keyColumns(table);
  return {
    where: columns.map((column, index) => `${sqlName(column)} = $${index + first}`).join(' and '),
    values: columns.map((column) => row[column]),
  };
}

const difference = (me: Me, action: string, outcome: Outcome, allowed: boolean) =>
  `${nameOfMe(me)}: ${action} is ${describeOutcome(outcome)}, and ${allowed ? 'allowed' : 'not allowed'}`;

const told = (row: AnyRow) =>
  Object.entries(row)
    .filter(([column]) => /(Id|Type|status)$/.test(column))
    .map(([column, value]) => `${column}=${String(value).slice(-6)}`)
    .join(' ');
