import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { hashPassword } from '@/lib/auth/passwords';
import type { Origin, UserType } from '@/lib/authz/actor';

/** The password of every account; hashed once per test file. */
export const rightPassword = 'orchard gate 41';
let rightHash: Promise<string> | undefined;

export type TestAccount = { id: string; email: string; name: string; tenantId: string | null; clientId: string | null };

type Wish = { userType?: UserType; name?: string; isActive?: boolean; portal?: boolean; password?: boolean };

/** A person of a new tenant (and client), able to sign in unless a wish says otherwise. */
export async function createAccount(owner: pg.Client, wish: Wish = {}): Promise<TestAccount> {
  const { userType = 'client', name = 'Alma Weber', isActive = true, portal = true, password = true } = wish;
  const [id, mark] = [uuidv7(), uuidv7().slice(-12)];
  const tenantId = userType === 'super_admin' ? null : uuidv7();
  const clientId = userType === 'client' ? uuidv7() : null;
  const email = `person-${mark}@example.com`;
  if (tenantId)
    await owner.query(
      `insert into tenants (id, slug, name, currency, time_zone, updated_at) values ($1, $2, 'Test business', 'EUR', 'UTC', now())`,
      [tenantId, `t-${mark}`],
    );
  if (clientId)
    await owner.query(
      `insert into clients (id, tenant_id, name, currency, updated_at) values ($1, $2, 'Test client', 'EUR', now())`,
      [clientId, tenantId],
    );
  await owner.query(
    `insert into users (id, tenant_id, user_type, email, name, is_active, client_portal_enabled, client_id, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
    [id, tenantId, userType, email, name, isActive, portal && clientId !== null, clientId],
  );
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
