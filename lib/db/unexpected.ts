import { Prisma } from '@/lib/db/generated/client';
import { AppError } from '@/lib/errors';
import { type Calling, log } from '@/lib/log';

/**
 * The error that a caller may see for anything that was thrown. Unknown errors are logged in full and become INTERNAL, so
 * that nothing internal reaches a browser.
 */
export function toAppError(error: unknown, calling: Calling): AppError {
  if (error instanceof AppError) {
    if (error.cause !== undefined) logUnexpected(error.cause, calling);
    return error;
  }
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code === 'P2025') return new AppError('NOT_FOUND');
    // A unique key or a foreign key that no command expects, or a write conflict: another transaction was first.
    if (error.code === 'P2002' || error.code === 'P2003' || error.code === 'P2034') return new AppError('CONFLICT');
    // P1001, P1002, P1008, P1017: no connection to the server; P2024, P2028: no connection or transaction became free in time.
    if (/^(P1001|P1002|P1008|P1017|P2024|P2028)$/.test(error.code)) return logged(error, calling, 'UNAVAILABLE');
  }
  return logged(error, calling, 'INTERNAL');
}

function logged(error: unknown, calling: Calling, code: 'INTERNAL' | 'UNAVAILABLE'): AppError {
  logUnexpected(error, calling);
  return new AppError(code);
}

/** Logs an error that no code expects, as one line. */
export function logUnexpected(error: unknown, calling: Calling): void {
  log().error({ ...calling, err: error }, 'unexpected error');
}
