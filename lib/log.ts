import 'server-only';
import pino, { type Logger } from 'pino';
import { launchEnv } from '@/lib/env';
import { loggedError } from '@/lib/logged-error';

/** The request of a log line. It holds ids only, so a person is identifiable only by access to the database. */
export type Calling = {
  requestId: string;
  /** Method and pattern of the address: `GET /api/client/projects/[id]`. */
  door: string;
  /** The user of the session or token; null where there is none. */
  actorId: string | null;
};

/**
 * A log of JSON lines, written to the stream directly: pino's worker thread would need special care in bundles and at the end
 * of the process, and the portal logs little besides errors.
 */
export function logTo(stream: { write: (line: string) => void }, level: string): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: loggedError },
    },
    stream,
  );
}

let opened: Logger | undefined;

/** The portal's log, on standard error. The first use reads LOG_LEVEL. */
export function log(): Logger {
  opened ??= logTo({ write: (line) => process.stderr.write(line) }, launchEnv().logLevel);
  return opened;
}
