/** What the log keeps of an error. */
export type LoggedError = {
  type: string;
  message?: string;
  /** Where it was thrown: the stack without the message, which it would repeat. */
  stack?: string;
  cause?: LoggedError;
} & Partial<Record<(typeof databaseFacts)[number], string>>;

/** Names of the schema and codes: they say what failed and hold nothing of a row. */
const databaseFacts = ['code', 'originalCode', 'kind', 'modelName', 'table', 'constraint', 'digest'] as const;

const mostCauses = 4;

/**
 * An error as the log keeps it. The messages of a database hold values of rows and parameters (`Key (email)=(…)`), so of such
 * an error only codes and names are kept; of all others message, stack and causes, and none of their further properties.
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

/** Of Prisma, of its driver adapter, or of pg (which gives every answer of the server a severity and a routine). */
function isOfDatabase(error: Error): boolean {
  return /^(?:PrismaClient|DriverAdapterError)/.test(error.name) || ('severity' in error && 'routine' in error);
}

/** The facts of the error itself and of what Prisma and its adapter lay inside. */
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
