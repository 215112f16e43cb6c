/**
 * A fault of the machine or its settings that keeps Oriel from running. The message is one line for the operator: the fault
 * and its remedy. Scripts print it and exit 1.
 */
export class SetupError extends Error {
  override name = 'SetupError';
}

/** What to do about codes of PostgreSQL and of the operating system that a start may meet. */
const remedies: Record<string, string> = {
  '25P03': 'the database ended a waiting transaction: the machine is very busy; start again when it is quieter',
  '25P04':
    'the database ended a transaction that took too long: the machine is very busy; start again when it is quieter',
  '53100': 'the disk of the database is full: make room on it and start again',
  '53200': 'the database has no memory left: end other programs and start again',
  '53300': 'the database has no connection left: end other users of it, or raise max_connections',
  '57014':
    'the database ended a statement that took too long: the machine is very busy; start again when it is quieter',
  '57P01': 'the database was stopped meanwhile: start again',
  P2024: 'no connection to the database became free in time: the machine is very busy; start again when it is quieter',
  P2028: 'a transaction took too long: the machine is very busy; start again when it is quieter',
  EACCES: 'a file may not be read or written: start Oriel as the user who owns its folders',
  ECONNREFUSED: 'the database does not answer: start it, or check DATABASE_URL',
  ECONNRESET: 'the database closed the connection: see its log, then start again',
  EMFILE: 'too many files are open: raise the limit of open files (ulimit -n)',
  ENOMEM: 'the machine has no memory left: end other programs and start again',
  ENOSPC: 'the disk is full: make room on it and start again',
  EROFS: 'the disk is read-only: set ORIEL_DATA_DIR to a folder that can be written to',
};

/** An error that ended a script, as one line: the fault and, where its kind is known, the remedy. */
export function faultLine(error: unknown): string {
  const text = textOf(error);
  if (error instanceof SetupError) return text;
  const code = codesOf(error).find((one) => Object.hasOwn(remedies, one));
  if (code) return `${remedies[code]} (${code}${text ? `: ${text}` : ''})`;
  return `unexpected: ${text || 'an error without a message'}; start again, and report this line if it comes back`;
}

/** The message without the picture of the source that Prisma puts before it, on one line. */
function textOf(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : String(error);
  return message
    .replace(/^\s*Invalid `[\s\S]*?` invocation(?: in)?[^\n]*\n/, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !/^(?:→\s*)?\d+ |^at |^\S+:\d+:\d+$/.test(line))
    .join(' ');
}

/** The codes of an error and of the errors that it wraps, the innermost first. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const inner = ['cause', 'meta', 'driverAdapterError'].flatMap((name) => codesOf(Reflect.get(error, name), depth + 1));
  const own = ['originalCode', 'code'].map((name): unknown => Reflect.get(error, name));
  return [...inner, ...own.filter((code) => typeof code === 'string')];
}
