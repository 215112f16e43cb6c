import type pg from 'pg';
import { hashPassword } from '@/lib/auth/passwords';
import type { Origin, UserType } from '@/lib/authz/actor';
import { createClient, createTenant } from '@/tests/support/factories/identity';
import { insertRow, mark } from '@/tests/support/factories/rows';

/** The password of an account that wishes no other. */
export const rightPassword = 'orchard gate 41';
/** The hashes of passwords, each made once per test file. */
const hashes = new Map<string, Promise<string>>();

export type TestAccount = { id: string; email: string; name: string; tenantId: string | null; clientId: string | null };

type Wish = {
  userType?: UserType;
  name?: string;
  email?: string;
  business?: string;
  isActive?: boolean;
  portal?: boolean;
  /** Chosen by the person; false for none. */
  password?: string | false;
};

/** A user of a new tenant (and client), able to sign in unless `wish` prevents it. */
export async function createAccount(owner: pg.Client, wish: Wish = {}): Promise<TestAccount> {
  const { userType = 'client', name = 'Alma Weber', isActive = true, portal = true, password = rightPassword } = wish;
  const { email = `person-${mark()}@example.com`, business = 'Test business' } = wish;
  const tenant = userType === 'super_admin' ? null : await createTenant(owner, { name: business, timeZone: 'UTC' });
  const client = tenant && userType === 'client' ? await createClient(owner, tenant, { name: 'Test client' }) : null;
  const [tenantId, clientId] = [tenant?.id ?? null, client?.id ?? null];
  const access = { isActive, clientId, clientPortalEnabled: portal && clientId !== null };
  const { id } = await insertRow(owner, 'users', { tenantId, userType, email, name, ...access });
  if (password !== false) await givePassword(owner, id, password);
  return { id, email, name, tenantId, clientId };
}

/** Stores a password, by default `rightPassword`, that a user without one has chosen. */
export async function givePassword(owner: pg.Client, userId: string, password = rightPassword): Promise<void> {
  await owner.query('insert into credentials (user_id, password_hash, chosen_by_owner) values ($1, $2, true)', [
    userId,
    await hashOf(password),
  ]);
}

function hashOf(password: string): Promise<string> {
  const hash = hashes.get(password) ?? hashPassword(password, 'visitors');
  hashes.set(password, hash);
  return hash;
}

/** A random IP address and user agent, so that tests do not throttle each other. */
export function freshOrigin(): Origin {
  const part = () => Math.floor(Math.random() * 254) + 1;
  return { ip: `10.${part()}.${part()}.${part()}`, userAgent: 'test' };
}
