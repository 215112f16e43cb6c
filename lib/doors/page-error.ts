import type { Instrumentation } from 'next';
import { logUnexpected } from '@/lib/db/unexpected';
import { requestIdHeader, requestIdOf } from '@/lib/http/request-id';

// A symbol of the process: Next keeps instrumentation and pages in separate module graphs.
const actor = Symbol.for('oriel.actor');

/** Attaches the actor's id to an error that a page threw, for the log. */
export function markActor(error: unknown, actorId: string): void {
  if (error instanceof Error && Object.isExtensible(error)) Object.defineProperty(error, actor, { value: actorId });
}

/** Logs an error of a page, or of a route without a door. The error page shows the error's digest. */
export const logPageError: Instrumentation.onRequestError = (error, { method, headers }, { routePath }) => {
  const sent = headers[requestIdHeader];
  const requestId = requestIdOf({ get: () => (typeof sent === 'string' ? sent : null) });
  const actorId: unknown = error instanceof Error ? Reflect.get(error, actor) : null;
  const door = `${method} ${routePath}`;
  logUnexpected(error, { requestId, door, actorId: typeof actorId === 'string' ? actorId : null });
};
