import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { UserType } from '@/lib/authz/who';
import { tokenFor } from '@/tests/support/sign-in';

/** A person with a token of their own. */
export type Member = { id: string; email: string; name: string; token: string };

/** A business of a test's own; what is created here belongs to it. */
export type TestBusiness = {
  id: string;
  admin: Member;
  staff: Member;
  addClient: (name?: string) => Promise<string>;
  /** A person of a client gets the portal. */
  addPerson: (userType: UserType, clientId?: string | null) => Promise<Member>;
  addProject: (clientId: string, clientUserId?: string | null) => Promise<string>;
};

/** A business with an admin and an employee, both signed in with a token. */
export async function createBusiness(owner: pg.Client): Promise<TestBusiness> {
  const id = uuidv7();
  await owner.query(
    `insert into tenants (id, slug, name, currency, time_zone, updated_at) values ($1, $2, 'Test business', 'EUR', 'Europe/Lisbon', now())`,
    [id, `t-${id.slice(-12)}`],
  );
  const addClient = async (name = 'Okafor residence') => {
    const clientId = uuidv7();
    await owner.query(
      `insert into clients (id, tenant_id, name, currency, updated_at) values ($1, $2, $3, 'EUR', now())`,
      [clientId, id, name],
    );
    return clientId;
  };
  const addPerson = async (userType: UserType, clientId: string | null = null) => {
    const userId = uuidv7();
    const person = { id: userId, email: `${userType}-${userId.slice(-12)}@example.com`, name: `Alma ${userType}` };
    await owner.query(
      `insert into users (id, tenant_id, user_type, email, name, client_id, client_portal_enabled, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, now())`,
      [userId, id, userType, person.email, person.name, clientId, clientId !== null],
    );
    return { ...person, token: await tokenFor(owner, person.email) };
  };
  const addProject = async (clientId: string, clientUserId: string | null = null) => {
    const projectId = uuidv7();
    await owner.query(
      `insert into projects (id, tenant_id, client_id, client_user_id, name, updated_at) values ($1, $2, $3, $4, 'House', now())`,
      [projectId, id, clientId, clientUserId],
    );
    return projectId;
  };
  return { id, admin: await addPerson('admin'), staff: await addPerson('staff'), addClient, addPerson, addProject };
}

/** The deeds of the audit trail about one record, the oldest first. */
export async function auditOf(owner: pg.Client, recordId: string): Promise<{ action: string; actor_id: string }[]> {
  const { rows } = await owner.query<{ action: string; actor_id: string }>(
    'select action, actor_id from audit_entries where record_id = $1 order by created_at, id',
    [recordId],
  );
  return rows;
}
