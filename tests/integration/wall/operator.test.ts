import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { actingAs, attempt, undone } from '@/tests/integration/wall/acting-as';
import { testDatabase } from '@/tests/support/database/database';
import {
  createAdmin,
  createClient,
  createClientUser,
  createSuperAdmin,
  createTenant,
} from '@/tests/support/factories/identity';
import { tokenFor } from '@/tests/support/identity/sign-in';

// What docs/security.md says about the operator in SQL.

const { owner } = await testDatabase();
const operator = await createSuperAdmin(owner);
const me = { kind: 'platform', userId: operator.id, clientId: null, tenantId: null } as const;

/** A tenant with an admin, a client and a person of it; nobody has signed in. */
async function business() {
  const tenant = await createTenant(owner);
  const client = await createClient(owner, tenant);
  return { id: tenant.id, client: client.id, admin: await createAdmin(owner, tenant), of: client };
}

type Business = Awaited<ReturnType<typeof business>>;
type Statement = (business: Business) => [sql: string, values: unknown[]];

const person =
  (type: 'admin' | 'staff' | 'client'): Statement =>
  (to) => [
    `insert into users (id, tenant_id, user_type, email, name, updated_at) values ($1, $2, '${type}', gen_random_uuid()::text || '@example.com', 'X', now())`,
    [uuidv7(), to.id],
  ];
const link =
  (purpose: 'invitation' | 'password_reset'): Statement =>
  (to) => [
    `insert into user_links (id, user_id, purpose, token_hash, created_by_id, expires_at)
   values ($1, $2, '${purpose}', $3, $4, now() + interval '1 day')`,
    [uuidv7(), to.admin.id, randomBytes(32), operator.id],
  ];
const line =
  (tenant: (to: Business) => string | null): Statement =>
  (to) => [
    `insert into audit_entries (id, tenant_id, actor_id, action) values ($1, $2, $3, 'tenant.changed')`,
    [uuidv7(), tenant(to), operator.id],
  ];
const change =
  (set: string): Statement =>
  (to) => [`update tenants set ${set} where id = $1`, [to.id]];

const statements: Record<string, Statement> = {
  'adds an admin': person('admin'),
  'adds a client user': person('client'),
  'adds a staff member': person('staff'),
  'invites an admin': link('invitation'),
  'resets the password of an admin': link('password_reset'),
  'adds a client': (to) => [
    `insert into clients (id, tenant_id, name, currency, updated_at) values ($1, $2, 'X', 'EUR', now())`,
    [uuidv7(), to.id],
  ],
  'adds a project': (to) => [
    `insert into projects (id, tenant_id, client_id, name, updated_at) values ($1, $2, $3, 'X', now())`,
    [uuidv7(), to.id, to.client],
  ],
  'adds a line to the trail of the business': line(({ id }) => id),
  'adds a line to the trail of the platform': line(() => null),
  'suspends the business': change(`status = 'suspended', suspended_at = now()`),
  'changes the storage quota': change('storage_quota_bytes = 1'),
  'forgets the first sign-in': change('first_signed_in_at = null'),
};

const always = ['adds a line to the trail of the platform', 'suspends the business', 'changes the storage quota'];
const untilTheFirstSignIn = [
  'adds an admin',
  'adds a client user',
  'invites an admin',
  'adds a client',
  'adds a project',
];

/** The statements that the operator may run, each tried on its own. */
async function allowed(to: Business): Promise<string[]> {
  return undone(owner, () =>
    actingAs(owner, me, async () => {
      const found: string[] = [];
      for (const [what, statement] of Object.entries(statements)) {
        const outcome = await attempt(owner, ...statement(to));
        if (outcome.done && outcome.count === 1) found.push(what);
        else expect(outcome, what).toEqual({ done: false, refused: true, code: '42501' });
      }
      return found;
    }),
  );
}

describe('the operator, in SQL', () => {
  test('sets up a business until somebody signs in, and then administers it only', async () => {
    const to = await business();
    expect(new Set(await allowed(to))).toEqual(new Set([...always, ...untilTheFirstSignIn]));
    await tokenFor(owner, to.admin.email);
    expect(new Set(await allowed(to))).toEqual(new Set(always));
  });

  test.each([
    ['a sign-in', `update users set last_sign_in_at = now() where id = $1`],
    [
      'a session',
      `insert into sessions (id, user_id, idle_expires_at, expires_at) values (gen_random_uuid(), $1, now() + interval '1 hour', now() + interval '1 hour')`,
    ],
    [
      'a token',
      `insert into api_tokens (id, user_id, name, token_hash, expires_at) values (gen_random_uuid(), $1, 'X', sha256('x'), now() + interval '1 hour')`,
    ],
  ])('%s of anybody establishes a business, for good', async (_, sql) => {
    const to = await business();
    const { id } = await createClientUser(owner, to.of);
    await owner.query(sql, [id]);
    await owner.query('update users set last_sign_in_at = null where id = $1', [id]);
    await owner.query('delete from sessions where user_id = $1', [id]);
    await owner.query('delete from api_tokens where user_id = $1', [id]);
    expect(new Set(await allowed(to))).toEqual(new Set(always));
  });

  test('invites nobody who has a password', async () => {
    const to = await business();
    await owner.query(`insert into credentials (user_id, password_hash) values ($1, 'x')`, [to.admin.id]);
    expect(await allowed(to)).not.toContain('invites an admin');
  });
});
