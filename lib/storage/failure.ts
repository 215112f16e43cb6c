import { AppError } from '@/lib/errors';

/** The error for bytes that cannot be stored or read: UNAVAILABLE, with the cause for the log. An AppError stays as it is. */
export function storageDown(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  return new AppError('UNAVAILABLE', { reason: { key: 'storageDown' }, cause });
}

/** The code of a failed system call, such as ENOENT. */
export function systemCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
