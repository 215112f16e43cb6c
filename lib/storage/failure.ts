import { AppError } from '@/lib/errors';

/** What callers are told when bytes cannot be kept or read: UNAVAILABLE. The door that answers writes the cause to the log. */
export function storageDown(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  return new AppError('UNAVAILABLE', { reason: { key: 'storageDown' }, cause });
}

/** The code of a failed system call, such as ENOENT. */
export function systemCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
