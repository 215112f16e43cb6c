import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { insertRow } from '@/tests/support/factories/rows';
import type { ClientMember, TeamMember } from '@/tests/support/wall/random-tenant';

type Of = { people: readonly ClientMember[]; team: readonly TeamMember[]; formerly: { id: string } | null };

/**
 * Archives of a client in several states: those that its people asked for, one of a client that they belonged to before, those that
 * admins asked for in their place, and those of the whole business.
 */
export async function seedExports(owner: pg.Client, { people, team, formerly }: Of): Promise<void> {
  for (const { id: userId, name, tenantId, clientId } of people) {
    const own = { tenantId, clientId, userId, askedById: userId, askedByName: name };
    await insertRow(owner, 'client_exports', own);
    await insertRow(owner, 'client_exports', {
      ...own,
      ...{ state: 'ready', fileName: 'all.zip', storageKey: randomBytes(16).toString('hex'), byteSize: 9n },
      ...{ sha256: new Uint8Array(32), readyAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) },
    });
    if (formerly) await insertRow(owner, 'client_exports', { ...own, clientId: formerly.id });
    for (const { id: askedById, name: askedByName, userType } of team)
      if (userType === 'admin')
        await insertRow(owner, 'client_exports', { ...own, askedById, askedByName, state: 'failed' });
  }
  for (const { id: askedById, name: askedByName, userType, tenantId } of team)
    if (userType === 'admin')
      await insertRow(owner, 'client_exports', { tenantId, clientId: null, userId: null, askedById, askedByName });
}
