import type pg from 'pg';
import { hashPassword } from '@/lib/auth/passwords';
import type { Origin, UserType } from '@/lib/authz/actor';
import { createClient, createTenant } from '@/tests/support/factories/identity';
import { insertRow, mark } from '@/tests/support/factories/rows';

/** The password of every account; hashed once per test file. */
export const rightPassword = 'orchard gate 41';
let rightHash: Promise<string> | undefined;

export type TestAccount = { id: string; email: string; name: string; tenantId: string | null; clientId: string | null };

type Wish = { userType?: UserType; name?: string; isActive?: boolean; portal?: boolean; password?: boolean };

/** A user of a new tenant (and client), able to sign in unless `wish` prevents it. */
export async function createAccount(owner: pg.Client, wish: Wish = {}): Promise<TestAccount> {
  const { userType = 'client', name = 'Alma Weber', isActive = true, portal = true, password = true } = wish;
  const email = `person-${mark()}@example.com`;
  const tenant =
    userType === 'super_admin' ? null : await createTenant(owner, { name: 'Test business', timeZone: 'UTC' });
  const client = tenant && userType === 'client' ? await createClient(owner, tenant, { name: 'Test client' }) : null;
  const [tenantId, clientId] = [tenant?.id ?? null, client?.id ?? null];
  const access = { isActive, clientId, clientPortalEnabled: portal && clientId !== null };
  const { id } = await insertRow(owner, 'users', { tenantId, userType, email, name, ...access });
  rightHash ??= hashPassword(rightPassword);
  if (password)
    await owner.query('insert into credentials (user_id, password_hash) values ($1, $2)', [id, await rightHash]);
  return { id, email, name, tenantId, clientId };
}

/** A random IP address and user agent, so that tests do not throttle each other. */
export function freshOrigin(): Origin {
  const part = () => Math.floor(Math.random() * 254) + 1;
  return { ip: `10.${part()}.${part()}.${part()}`, userAgent: 'test' };
}
