import 'server-only';
import pino, { type Logger } from 'pino';
import { launchEnv } from '@/lib/env';
import { loggedError } from '@/lib/logged-error';

/** Which request a line is about. None of it tells who somebody is, but to those who can look the ids up. */
export type Calling = {
  requestId: string;
  /** Method and pattern of the address: `GET /api/client/projects/[id]`. */
  door: string;
  /** The user whose session or token was shown; null where nobody is known. */
  actorId: string | null;
};

/**
 * A log of JSON lines. Written to the stream itself and not by pino's worker thread, which bundles and process ends would need
 * special care for; a portal logs its errors and little else.
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
