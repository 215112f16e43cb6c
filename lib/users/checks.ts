import { translateKeyErrors } from '@/lib/db/errors';
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
 * Writes a user. An e-mail address is unique on the whole installation, of which an administrator sees one tenant: the
 * unique index decides. Throws VALIDATION on `email`.
 */
export function writingUser<T>(work: Promise<T>): Promise<T> {
  return translateKeyErrors(work, { unique: () => invalid({ email: 'emailTaken' }) });
}
