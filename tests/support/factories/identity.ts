import { createHash } from 'node:crypto';
import type pg from 'pg';
import { insertRow, mark, type Wishes } from '@/tests/support/factories/rows';

// A factory takes overrides, generates the rest, inserts the row under the given parent and returns the inserted values.
// The records of a project are in records.ts, money and hours in money.ts.

type Tenant = { id: string };
type PersonWishes = Omit<Wishes<'users'>, 'tenantId' | 'userType'>;
/** A client, as createClient returns it. */
export type ClientParent = { tenantId: string; id: string; currency: string };
/** A project, as createProject returns it. */
export type ProjectParent = { tenantId: string; clientId: string; id: string };
/** The user that a row names as its author. */
export type Author = { id: string; name: string };

export const createTenant = (owner: pg.Client, wishes: Wishes<'tenants'> = {}) =>
  insertRow(owner, 'tenants', {
    slug: `t-${mark()}`,
    name: 'Alder & Sons',
    currency: 'EUR',
    timeZone: 'Europe/Lisbon',
    ...wishes,
  });

export const createClient = (owner: pg.Client, tenant: Tenant, wishes: Wishes<'clients'> = {}) =>
  insertRow(owner, 'clients', { tenantId: tenant.id, name: 'Okafor residence', currency: 'EUR', ...wishes });

/** A client user with portal access. */
export const createClientUser = (
  owner: pg.Client,
  client: { tenantId: string; id: string },
  wishes: PersonWishes = {},
) =>
  insertRow(owner, 'users', {
    tenantId: client.tenantId,
    clientId: client.id,
    clientPortalEnabled: true,
    ...person('client'),
    ...wishes,
  });

export const createStaff = (owner: pg.Client, tenant: Tenant, wishes: PersonWishes = {}) =>
  insertRow(owner, 'users', { tenantId: tenant.id, ...person('staff'), ...wishes });

export const createAdmin = (owner: pg.Client, tenant: Tenant, wishes: PersonWishes = {}) =>
  insertRow(owner, 'users', { tenantId: tenant.id, ...person('admin'), ...wishes });

export const createSuperAdmin = (owner: pg.Client, wishes: PersonWishes = {}) =>
  insertRow(owner, 'users', { ...person('super_admin'), ...wishes });

function person<T extends 'client' | 'staff' | 'admin' | 'super_admin'>(userType: T) {
  const id = mark();
  return { userType, name: `Person ${id}`, email: `${userType}-${id}@example.com` };
}

export const createProject = (
  owner: pg.Client,
  client: { tenantId: string; id: string },
  wishes: Wishes<'projects'> = {},
) => insertRow(owner, 'projects', { tenantId: client.tenantId, clientId: client.id, name: 'Garden room', ...wishes });

export const createPhase = (owner: pg.Client, project: ProjectParent, wishes: Wishes<'phases'> = {}) =>
  insertRow(owner, 'phases', { ...under(project), key: `p-${mark()}`, name: 'Foundation', position: 1, ...wishes });

export const createProjectUpdate = (
  owner: pg.Client,
  project: ProjectParent,
  { id: authorId, name: authorName }: Author,
  wishes: Wishes<'project_updates'> = {},
) =>
  insertRow(owner, 'project_updates', {
    ...under(project),
    title: 'Roof closed',
    body: 'The roof is closed.',
    postedOn: '2026-10-05',
    authorId,
    authorName,
    publishedAt: new Date(),
    ...wishes,
  });

export const createProjectComment = (
  owner: pg.Client,
  update: { tenantId: string; clientId: string; projectId: string; id: string },
  { id: authorId, name: authorName, userType: authorType }: Author & { userType: 'client' | 'staff' | 'admin' },
  wishes: Wishes<'project_comments'> = {},
) => {
  const { tenantId, clientId, projectId, id: updateId } = update;
  const author = { authorId, authorName, authorType };
  return insertRow(owner, 'project_comments', {
    ...{ tenantId, clientId, projectId, updateId },
    ...author,
    body: 'Lovely!',
    ...wishes,
  });
};

/** Inserts a user's sign-in rows: the time, a hash that no password matches, a link of each purpose, live and ended sessions and tokens. */
export async function createSignIn(
  owner: pg.Client,
  { id: userId, userType }: { id: string; userType?: string },
): Promise<void> {
  const [soon, later] = [new Date(Date.now() + 3_600_000), new Date(Date.now() + 7_200_000)];
  const tokenHash = () => Uint8Array.from(createHash('sha256').update(mark()).digest());
  await owner.query('update users set last_sign_in_at = now() where id = $1', [userId]);
  const chosenByOwner = userType === 'staff'; // both cases occur in a world
  await insertRow(owner, 'credentials', { userId, passwordHash: '$argon2id$not-a-hash', chosenByOwner });
  for (const revokedAt of [null, new Date()]) {
    await insertRow(owner, 'sessions', { userId, idleExpiresAt: soon, expiresAt: later, revokedAt });
    await insertRow(owner, 'api_tokens', {
      userId,
      name: 'Phone',
      tokenHash: tokenHash(),
      expiresAt: later,
      revokedAt,
    });
  }
  for (const createdAt of [new Date(), new Date(Date.now() - 25 * 3_600_000)]) {
    const hashes = { keyHash: tokenHash(), requestHash: tokenHash() };
    await insertRow(owner, 'idempotency_keys', { userId, ...hashes, createdAt });
  }
  for (const purpose of ['invitation', 'password_reset'] as const)
    await insertRow(owner, 'user_links', {
      ...{ userId, purpose, createdById: userId },
      ...{ tokenHash: tokenHash(), expiresAt: later, usedAt: purpose === 'password_reset' ? new Date() : null },
    });
}

/** The columns that tie a row to a project. */
export const under = ({ tenantId, clientId, id: projectId }: ProjectParent) => ({ tenantId, clientId, projectId });
