import { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';
import { invalid } from '@/lib/errors';
import { type PortalFields, portalProblems } from '@/lib/users/rule';

/** Throws VALIDATION unless type, portal and client fit together and the client is one of the tenant's. */
export async function requirePortalFields(
  db: WriteDb,
  portal: PortalFields,
  before?: Pick<PortalFields, 'clientId'>,
): Promise<void> {
  const problems = portalProblems(portal);
  if (Object.keys(problems).length > 0) throw invalid(problems);
  const { clientId } = portal;
  if (!clientId || clientId === before?.clientId) return;
  if (!(await db.client.findUnique({ where: { id: clientId }, select: { id: true } })))
    throw invalid({ clientId: 'unknownClient' });
}

/**
 * Writes a person and translates the error of the unique index. E-mail addresses are unique on the whole installation, which
 * an admin cannot read, so only the index can decide.
 */
export async function writingUser<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : null;
    if (code === 'P2002') throw invalid({ email: 'emailTaken' });
    throw error;
  }
}
