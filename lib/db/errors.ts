import { Prisma } from '@/lib/db/generated/client';
import type { AppError } from '@/lib/errors';

/** The answer for each kind of key that may refuse a write. */
type Refusals = { unique?: () => AppError; foreignKey?: () => AppError };

/**
 * Awaits a write and turns the refusal of a unique or foreign key into the given error. A key also holds between two
 * transactions that checked at the same moment; the transaction is undone. Other errors pass through.
 */
export async function translateKeyErrors<T>(work: Promise<T>, { unique, foreignKey }: Refusals): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : null;
    const refusal = code === 'P2002' ? unique : code === 'P2003' ? foreignKey : undefined;
    throw refusal ? refusal() : error;
  }
}
