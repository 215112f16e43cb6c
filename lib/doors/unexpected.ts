import { Prisma } from '@/lib/db/generated/client';
import { AppError } from '@/lib/errors';
import { type Calling, log } from '@/lib/log';

/**
 * What the caller may be told about anything that was thrown. Unknown errors are logged, one line each, and answered with
 * INTERNAL, so that nothing of the inside reaches a browser.
 */
export function toAppError(error: unknown, calling: Calling): AppError {
  if (error instanceof AppError) {
    if (error.cause !== undefined) logUnexpected(error.cause, calling);
    return error;
  }
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code === 'P2025') return new AppError('NOT_FOUND');
    // A unique key or a foreign key that no command foresaw: somebody else was faster.
    if (error.code === 'P2002' || error.code === 'P2003' || error.code === 'P2034') return new AppError('CONFLICT');
    // P1001, P1002 and P1008: the server is not reached; P2024 and P2028: no connection or transaction became free in time.
    if (/^(P1001|P1002|P1008|P1017|P2024|P2028)$/.test(error.code)) return logged(error, calling, 'UNAVAILABLE');
  }
  return logged(error, calling, 'INTERNAL');
}

function logged(error: unknown, calling: Calling, code: 'INTERNAL' | 'UNAVAILABLE'): AppError {
  logUnexpected(error, calling);
  return new AppError(code);
}

/** One line about an error that nobody foresaw. */
export function logUnexpected(error: unknown, calling: Calling): void {
  log().error({ ...calling, err: error }, 'unexpected error');
}
