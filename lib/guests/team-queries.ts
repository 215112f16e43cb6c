import type { ReadDb } from '@/lib/db/handles';
import { passColumns, toPass } from '@/lib/guests/columns';
import type { GuestPass } from '@/lib/guests/schemas';

/** A pass with the person who handed it out. */
export type ClientGuestPass = GuestPass & { personName: string };

/** The passes of a client's people that are neither revoked nor expired, the newest first; `most` at most. */
export async function listLivePasses(db: ReadDb, clientId: string, most: number): Promise<ClientGuestPass[]> {
  const rows = await db.guestPass.findMany({
    where: { clientId, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: most,
    select: { ...passColumns, user: { select: { name: true } } },
    relationLoadStrategy: 'query',
  });
  return rows.map(({ user, ...row }) => ({ ...toPass(row), personName: user.name }));
}
