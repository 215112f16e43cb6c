/** The fields of an error that the log keeps. */
export type LoggedError = {
  type: string;
  message?: string;
  /** The stack without the message, which it would repeat. */
  stack?: string;
  cause?: LoggedError;
} & Partial<Record<(typeof databaseFacts)[number], string>>;

/** Codes and names of the schema: they identify the failure and hold no values of a row. */
const databaseFacts = ['code', 'originalCode', 'kind', 'modelName', 'table', 'constraint', 'digest'] as const;

const mostCauses = 4;

/**
 * An error as the log keeps it. Messages of the database contain values of rows and parameters (`Key (email)=(…)`), so only
 * codes and names of such an error are kept; of all others message, stack and causes, but no further properties.
 */
export function loggedError(error: unknown): LoggedError {
  return described(error, mostCauses);
}

function described(error: unknown, causesLeft: number): LoggedError {
  if (!(error instanceof Error)) return { type: error === null ? 'null' : typeof error };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(isOfDatabase(error) ? {} : { message: error.message.slice(0, 2_000) }),
    ...factsOf(error),
    ...(frames?.length ? { stack: frames.join('\n') } : {}),
    ...(causesLeft > 0 && error.cause instanceof Error ? { cause: described(error.cause, causesLeft - 1) } : {}),
  };
}

/** Whether the error is from Prisma, its driver adapter or pg (whose server errors have a severity and a routine). */
function isOfDatabase(error: Error): boolean {
  return /^(?:PrismaClient|DriverAdapterError)/.test(error.name) || ('severity' in error && 'routine' in error);
}

/** The facts of the error itself and of the errors that Prisma and its adapter wrap. */
function factsOf(error: Error): Partial<Record<(typeof databaseFacts)[number], string>> {
  const meta = within(error, 'meta');
  const { cause } = error;
  const places = [
    within(within(meta, 'driverAdapterError'), 'cause'),
    cause instanceof Error ? null : cause,
    meta,
    error,
  ];
  const facts = places.flatMap((place) => databaseFacts.map((name) => [name, within(place, name)] as const));
  return Object.fromEntries(facts.filter(([, value]) => typeof value === 'string' && /^[\w.:-]{1,100}$/.test(value)));
}

function within(place: unknown, name: string): unknown {
  return typeof place === 'object' && place !== null ? Reflect.get(place, name) : undefined;
}
