import { recordAudit } from '@/lib/audit/commands';
import type { Actor, JobActor, Origin, OwnVia, UserType } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { type AnyEvent, catalogue, type EventName } from '@/lib/events/catalogue';
import type { Audience, RecordType } from '@/lib/events/define';
import { recordNotices } from '@/lib/notices/commands';
import { withoutUndefined } from '@/lib/without-undefined';

/** The person behind an event; `userType` is null before identification. */
type Doer = { id: string; name: string; userType: UserType | null };

/** A validated event with its circumstances, as passed to every reader. */
export type RecordedEvent = {
  name: EventName;
  recordType: RecordType | null;
  recordId: string | null;
  facts: Record<string, unknown>;
  /** Of a change: the values before of the facts that differ, empty where none does. Null for any other event. */
  was: Record<string, unknown> | null;
  audience: Audience;
  /** The tenant that the event belongs to; null for the platform's own. */
  tenantId: string | null;
  doer: Doer | null;
  /** The session or token of the doer; null where the sign-in records the event before one exists. */
  via: OwnVia | null;
  origin: Origin;
};

/** Runs in the transaction of the command, once for all events of one call; an error rolls the command back. */
type EventReader = (db: WriteDb, events: readonly RecordedEvent[]) => Promise<void>;

/**
 * The audit trail comes first, because its row is the stored event. A reader declares the part of RecordedEvent that it
 * needs in its own folder, so that it does not import this one.
 */
const readers: readonly EventReader[] = [recordAudit, recordNotices];

/** Validates an event of the actor and passes it to every reader, in the caller's transaction. Throws a ZodError. */
export function recordEvent(db: WriteDb, actor: Actor, event: AnyEvent): Promise<void> {
  return recordEvents(db, actor, [event]);
}

/** Records many events at once: each reader writes them together. */
export async function recordEvents(db: WriteDb, actor: Actor, events: readonly AnyEvent[]): Promise<void> {
  const { userId: id, name, userType, via, origin } = actor;
  const tenantId = actor.userType === 'super_admin' ? null : actor.tenantId;
  await handOver(db, events, { tenantId, doer: { id, name, userType }, via, origin });
}

/** Records what a job did in its tenant. It has neither a person nor an address. */
export async function recordJobEvents(db: WriteDb, { tenantId }: JobActor, events: readonly AnyEvent[]): Promise<void> {
  await handOver(db, events, { tenantId, doer: null, via: null, origin: { ip: null, userAgent: null } });
}

/** The circumstances of an event before identification: the account and its tenant, where there is one. */
export type Stranger = { origin: Origin; tenantId?: string | null; account?: { id: string; name: string } | null };

/** Records an event that happens before identification, such as a failed sign-in. `recordId` is null without a record. */
export async function recordAnonymousEvent(
  db: WriteDb,
  { origin, tenantId = null, account = null }: Stranger,
  event: WithoutRecord<AnyEvent>,
): Promise<void> {
  await handOver(db, [event], {
    tenantId,
    doer: account && { id: account.id, name: account.name, userType: null },
    via: null,
    origin,
  });
}

type WithoutRecord<E extends AnyEvent> = E extends AnyEvent ? Omit<E, 'recordId'> & { recordId: string | null } : never;

async function handOver(
  db: WriteDb,
  events: readonly WithoutRecord<AnyEvent>[],
  circumstances: Pick<RecordedEvent, 'tenantId' | 'doer' | 'via' | 'origin'>,
): Promise<void> {
  if (events.length === 0) return;
  const recorded = events.map(({ name, recordId, facts, was }) => {
    const { record, audience, facts: schema } = catalogue[name];
    const known = withoutUndefined(schema.parse(facts));
    const about = { name, recordType: recordId === null ? null : record, recordId, audience };
    return { ...about, facts: known, was: was ? differing(was, known) : null, ...circumstances };
  });
  for (const reader of readers) await reader(db, recorded);
}

/** The values before of the facts that are others now. A fact that the record did not have before was null. */
function differing(was: object, facts: Record<string, unknown>): Record<string, unknown> {
  const before: Record<string, unknown> = { ...was };
  const others = Object.entries(facts).filter(
    ([key, value]) => key in before && JSON.stringify(before[key] ?? null) !== JSON.stringify(value),
  );
  return Object.fromEntries(others.map(([key]) => [key, before[key] ?? null]));
}
