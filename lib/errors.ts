import type errors from '@/lib/i18n/messages/en/errors.json';

/** The codes of all errors that a caller can get, each with its HTTP status. */
export const statusOf = {
  VALIDATION: 422,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  TIMEOUT: 408,
  CONFLICT: 409,
  TOO_LARGE: 413,
  UNSUPPORTED_TYPE: 415,
  TOO_MANY_TRIES: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
} as const;

export type ErrorCode = keyof typeof statusOf;

type Params = Record<string, string | number>;

/** A sentence of the catalogue `errors.field`, shown beside its field. */
export type FieldMessage = { key: keyof (typeof errors)['field']; params?: Params };

/** A sentence of the catalogue `errors.reason`, about the whole request. */
export type Reason = {
  key: keyof (typeof errors)['reason'];
  params?: Params;
  /** The zone of an instant among the params (milliseconds since 1970); UTC without one. */
  timeZone?: string;
};

/** Fields by their camelCase name; a field inside a list or object is written with dots (`lines.0.quantity`). */
export type FieldMessages = Record<string, FieldMessage[]>;

/** Further members of the problem details, for programs. */
type Members = Record<string, string | number | readonly (string | null)[]>;

/**
 * `cause` is for the log and never sent. With `commits` the transaction of `write` keeps what was written before the error: the
 * event of a refusal.
 */
type Facts = {
  reason?: Reason;
  fields?: FieldMessages;
  retryAfterSeconds?: number;
  members?: Members;
  commits?: boolean;
  cause?: unknown;
};

/**
 * An error that is shown to the caller. It carries catalogue keys, not sentences, because only the door knows the visitor's
 * language. Every other error is logged and hidden behind INTERNAL.
 */
export class AppError extends Error {
  readonly reason: Reason | undefined;
  readonly fields: FieldMessages;
  readonly retryAfterSeconds: number | undefined;
  readonly members: Members;
  readonly commits: boolean;

  constructor(
    readonly code: ErrorCode,
    { reason, fields = {}, retryAfterSeconds, members = {}, commits = false, cause }: Facts = {},
  ) {
    super(reason ? `${code}: ${reason.key}` : code, { cause });
    this.name = 'AppError';
    this.reason = reason;
    this.fields = fields;
    this.retryAfterSeconds = retryAfterSeconds;
    this.members = members;
    this.commits = commits;
  }
}

/** 422 with one message per field: `invalid({ clientId: 'portalNeedsClient' })`. */
export function invalid(fields: Record<string, FieldMessage['key'] | FieldMessage>): AppError {
  const messages = Object.entries(fields).map(([field, message]) => [
    field,
    [typeof message === 'string' ? { key: message } : message],
  ]);
  return new AppError('VALIDATION', { fields: Object.fromEntries(messages) });
}

/** 404 for a record that does not exist or that the caller may not see; the two are not distinguished. */
export function notFound(): AppError {
  return new AppError('NOT_FOUND');
}

/** 409 with the reason: the request was well formed, but the record's state forbids it. */
export function conflict(key: Reason['key'], params?: Params, members: Members = {}): AppError {
  return new AppError('CONFLICT', { reason: params ? { key, params } : { key }, members });
}

export function forbidden(key?: Reason['key']): AppError {
  return new AppError('FORBIDDEN', key ? { reason: { key } } : {});
}

/** Returns the value; throws NOT_FOUND where it is null or undefined. */
export function orNotFound<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound();
  return value;
}

/** Runs a part of a larger command: the fields of its errors get the part's name before their own (`people.0.email`). */
export function inPart<T>(part: string, work: Promise<T>): Promise<T> {
  return renaming((field) => `${part}.${field}`, work);
}

/** Runs a command with some rows of a form: the fields of its errors name the rows by their places in the form. */
export function atRows<T>(list: string, places: readonly number[], work: Promise<T>): Promise<T> {
  return renaming((field) => {
    const [name, at, ...rest] = field.split('.');
    return name === list && at !== undefined ? [name, places[Number(at)] ?? at, ...rest].join('.') : field;
  }, work);
}

async function renaming<T>(rename: (field: string) => string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, fields, reason, retryAfterSeconds, members, commits, cause } = error;
    throw new AppError(code, {
      ...(reason && { reason }),
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
      ...{ members, commits, cause },
      fields: Object.fromEntries(Object.entries(fields).map(([field, messages]) => [rename(field), messages])),
    });
  }
}
