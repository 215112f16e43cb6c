/** Whom a message from the database concerns, and what it is about. Ids only. */
export type DatabaseMessage = {
  /** `access`: the identity of those concerned may have ended. */
  type: string;
  /** The record that changed. */
  record?: string;
  /** Of a notification: the type of its record. */
  about?: string;
  user?: string | null;
  client?: string | null;
  tenant?: string | null;
  /** The team of the tenant, without the people of its clients. */
  team?: boolean;
};

/** Whose stream it is. `clientId` is null for everybody but the people of a client. */
type Person = { userId: string; tenantId: string | null; clientId: string | null };

/** An open stream of one browser. */
export type LiveStream = Person & {
  send(event: 'message' | 'end', data: { type: string; record?: string; about?: string }): void;
  /** Ends the stream where its person is no longer entitled to it. */
  check(): Promise<void>;
  close(): void;
};

/** The messages of late, the oldest first. None is missing that came at `from` or later, in milliseconds. */
type Heard = { from: number; messages: { at: number; message: DatabaseMessage }[] };

/** Messages that are kept for streams that open after they came. */
const mostKept = 1000;

type Kept = { orielLive?: Set<LiveStream>; orielHeard?: Heard };
// Routes and instrumentation may live in module graphs of their own within one process.
const kept = globalThis as typeof globalThis & Kept;

/** The open streams of this process. */
export function openStreams(): Set<LiveStream> {
  kept.orielLive ??= new Set();
  return kept.orielLive;
}

/** Notes that from now on this process hears every message. */
export function beginHearing(): void {
  kept.orielHeard = { from: Date.now(), messages: [] };
}

/** Gives a message to the streams that it concerns. */
export function dispatch(message: DatabaseMessage): void {
  keep(message);
  for (const stream of [...openStreams()]) {
    if (!concerns(message, stream)) continue;
    if (message.type === 'access') void stream.check();
    else {
      const { type, record, about } = message;
      stream.send('message', { type, ...(record && { record }), ...(about && { about }) });
    }
  }
}

function keep(message: DatabaseMessage): void {
  const heard = kept.orielHeard;
  if (!heard || message.type === 'access') return;
  heard.messages.push({ at: Date.now(), message });
  const gone = heard.messages.length > mostKept ? heard.messages.shift() : undefined;
  if (gone) heard.from = gone.at + 1;
}

/** Whether a message for the person of a stream came at an instant (in milliseconds) or later, or may have come unheard. */
export function mayHaveMissed(since: number, person: Person): boolean {
  const heard = kept.orielHeard;
  if (!heard || since < heard.from) return true;
  return heard.messages.some(({ at, message }) => at >= since && concerns(message, person));
}

/** Tells every stream that messages may have been lost: its browser reads anew what it shows. */
export function resyncAll(): void {
  for (const stream of openStreams()) stream.send('message', { type: 'resync' });
}

/** Closes every stream, so that the server can stop. */
export function closeAll(): void {
  for (const stream of [...openStreams()]) stream.close();
}

/** Whether a message is for the person of a stream. Exported for its test. */
export function concerns({ type, user, client, tenant, team }: DatabaseMessage, person: Person): boolean {
  if (user && user === person.userId) return true;
  if (client && client === person.clientId) return true;
  if (!tenant || tenant !== person.tenantId) return false;
  return type === 'access' || (team === true && person.clientId === null);
}
