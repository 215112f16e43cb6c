import { Prisma } from '@/lib/db/generated/client';
import { AppError } from '@/lib/errors';
import { type Calling, log } from '@/lib/log';

/**
 * Converts any thrown value to an AppError. Unknown errors are logged in full and become INTERNAL, so that no internal details
 * reach the client.
 */
export function toAppError(error: unknown, calling: Calling): AppError {
  if (error instanceof AppError) {
    if (error.cause !== undefined) logUnexpected(error.cause, calling);
    return error;
  }
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code === 'P2025') return new AppError('NOT_FOUND');
    // P2002, P2003: a unique or foreign key violation that no command translates; P2034: a write conflict.
    if (error.code === 'P2002' || error.code === 'P2003' || error.code === 'P2034') return new AppError('CONFLICT');
    // P1001, P1002, P1008, P1017: no connection to the server; P2024, P2028: timeout waiting for a connection or transaction.
    if (/^(P1001|P1002|P1008|P1017|P2024|P2028)$/.test(error.code)) return logged(error, calling, 'UNAVAILABLE');
  }
  return logged(error, calling, 'INTERNAL');
}

function logged(error: unknown, calling: Calling, code: 'INTERNAL' | 'UNAVAILABLE'): AppError {
  logUnexpected(error, calling);
  return new AppError(code);
}

/** Logs an unexpected error as one line. */
export function logUnexpected(error: unknown, calling: Calling): void {
  log().error({ ...calling, err: error }, 'unexpected error');
}
