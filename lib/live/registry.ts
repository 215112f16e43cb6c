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

/** An open stream of one browser. */
export type LiveStream = {
  userId: string;
  tenantId: string | null;
  /** Null for everybody but the people of a client. */
  clientId: string | null;
  send(event: 'message' | 'end', data: { type: string; record?: string; about?: string }): void;
  /** Ends the stream where its person is no longer entitled to it. */
  check(): Promise<void>;
  close(): void;
};

type Kept = { orielLive?: Set<LiveStream> };
// Routes and instrumentation may live in module graphs of their own within one process.
const kept = globalThis as typeof globalThis & Kept;

/** The open streams of this process. */
export function openStreams(): Set<LiveStream> {
  kept.orielLive ??= new Set();
  return kept.orielLive;
}

/** Gives a message to the streams that it concerns. */
export function dispatch(message: DatabaseMessage): void {
  for (const stream of [...openStreams()]) {
    if (!concerns(message, stream)) continue;
    if (message.type === 'access') void stream.check();
    else {
      const { type, record, about } = message;
      stream.send('message', { type, ...(record && { record }), ...(about && { about }) });
    }
  }
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
export function concerns(
  { type, user, client, tenant, team }: DatabaseMessage,
  stream: Pick<LiveStream, 'userId' | 'tenantId' | 'clientId'>,
): boolean {
  if (user && user === stream.userId) return true;
  if (client && client === stream.clientId) return true;
  if (!tenant || tenant !== stream.tenantId) return false;
  return type === 'access' || (team === true && stream.clientId === null);
}
