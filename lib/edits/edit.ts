import { createHash } from 'node:crypto';
import type { Actor } from '@/lib/authz/actor';
import { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';
import { AppError, conflict, type FieldMessage, orNotFound } from '@/lib/errors';
import type { EventName } from '@/lib/events/catalogue';
import type { RecordType } from '@/lib/events/define';

type EditedTable =
  | 'phase_templates'
  | 'clients'
  | 'document_types'
  | 'documents'
  | 'invoices'
  | 'phases'
  | 'photos'
  | 'project_updates'
  | 'projects'
  | 'saved_replies'
  | 'support_tickets'
  | 'tenants'
  | 'users';

type EditOf<I, A extends Actor, R> = {
  table: EditedTable;
  /** The id of the record that an input changes. */
  id: (input: I, actor: A) => string;
  /** Locks that the command takes before the record's own, in the same order, so that no two changes wait for one another. */
  before?: (db: WriteDb, input: I) => Promise<void>;
  read: (db: WriteDb, input: I, actor: A) => Promise<R>;
  /** The values that the form shows, by the names of its fields. */
  fields: (record: R) => Record<string, unknown>;
  /** The events of the record that change these values; the last one names who changed them. */
  events: { record: RecordType; names: readonly EventName[] };
};

/** The check of a change against the record that its sender saw. */
export type EditCheck<I, A extends Actor> = {
  /**
   * Locks the record until commit. Throws CONFLICT, with the present version and the fields that differ, unless `seen` is the
   * present version; null is none. Throws NOT_FOUND.
   */
  requireUnchanged(db: WriteDb, input: I, actor: A, seen: string | null): Promise<void>;
};

/** What a form or a PATCH changes of a record. */
export type Edit<I, A extends Actor, R> = EditCheck<I, A> & {
  /** The version of a record: a hash per field of the form, so that other changes of the record are no conflict. */
  version(record: R): string;
};

/** Defines an edit. Its version needs no column: it follows from the values that the form shows. */
export function defineEdit<I, A extends Actor, R>(edit: EditOf<I, A, R>): Edit<I, A, R> {
  const version = (record: R) => Object.values(edit.fields(record)).map(hashOf).join('.');
  const requireUnchanged = async (db: WriteDb, input: I, actor: A, seen: string | null) => {
    const id = edit.id(input, actor);
    await edit.before?.(db, input);
    const locked = await db.$queryRaw<unknown[]>`
      select id from ${Prisma.raw(edit.table)} where id = ${id}::uuid for no key update`;
    orNotFound(locked[0]);
    const record = await edit.read(db, input, actor);
    const present = version(record);
    if (seen === present) return;
    if (seen === null) throw conflict('formWithoutMark', undefined, { version: present });
    const last = await lastChange(db, edit.events, id);
    const zone = actor.userType === 'super_admin' ? 'UTC' : actor.tenant.timeZone;
    throw new AppError('CONFLICT', {
      reason: last
        ? { key: 'changedMeanwhileBy', params: { name: last.name, at: last.at.getTime() }, timeZone: zone }
        : { key: 'changedMeanwhile' },
      fields: differing(edit.fields(record), seen.split('.')),
      members: { version: present },
    });
  };
  return { version, requireUnchanged };
}

/** 48 bits: enough to notice a change, and no value can be read from it. */
function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('base64url')
    .slice(0, 8);
}

/** A message for each field that differs from the seen version; a text is shown as it now reads. */
function differing(fields: Record<string, unknown>, seen: readonly string[]): Record<string, FieldMessage[]> {
  const entries = Object.entries(fields);
  if (entries.length !== seen.length) return {};
  const changed = entries.filter(([, value], at) => hashOf(value) !== seen[at]);
  return Object.fromEntries(changed.map(([name, value]) => [name, [messageOf(value)]]));
}

/** An id or a code would tell a reader nothing; what people wrote does. */
function messageOf(value: unknown): FieldMessage {
  const isWritten =
    typeof value === 'number' || (typeof value === 'string' && !/^[0-9a-f-]{36}$|^[a-z_]*$/.test(value));
  return isWritten ? { key: 'nowReads', params: { value: String(value).slice(0, 200) } } : { key: 'nowDiffers' };
}

/** Who last changed a record, and when. Null where the trail has no such line that the actor may know of. */
async function lastChange(
  db: WriteDb,
  { record, names }: { record: RecordType; names: readonly EventName[] },
  id: string,
): Promise<{ name: string; at: Date } | null> {
  const rows = await db.$queryRaw<{ name: string; at: Date }[]>`
    select name, at from last_change(${record}, ${id}::uuid, ${names}::text[])`;
  return rows[0] ?? null;
}
