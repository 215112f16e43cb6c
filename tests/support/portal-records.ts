import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { createAccount, type TestAccount } from '@/tests/support/account';

/** A client's account, where rows can be put under its client. */
export type Household = TestAccount & { tenantId: string; clientId: string };

/** A person of a new client in a new business of their own, whose clock is UTC. */
export async function createHousehold(owner: pg.Client): Promise<Household> {
  const { tenantId, clientId, ...account } = await createAccount(owner, { password: false });
  if (!tenantId || !clientId) throw new Error('A client user has a business and a client');
  return { ...account, tenantId, clientId };
}

/** Another person of the same client. */
export async function createRelative(owner: pg.Client, { tenantId, clientId }: Household): Promise<{ email: string }> {
  const id = uuidv7();
  const email = `person-${id.slice(-12)}@example.com`;
  await insert(owner, 'users', {
    ...{ id, email, name: 'Noah Weber', tenant_id: tenantId, client_id: clientId },
    ...{ user_type: 'client', is_active: true, client_portal_enabled: true, updated_at: new Date() },
  });
  return { email };
}

/** An employee of the household's business, for rows that name one. */
export async function createEmployee(
  owner: pg.Client,
  { tenantId }: Household,
): Promise<{ id: string; email: string }> {
  const id = uuidv7();
  const email = `person-${id.slice(-12)}@example.com`;
  const row = { id, email, name: 'Ida Brandt', tenant_id: tenantId, user_type: 'staff', updated_at: new Date() };
  await insert(owner, 'users', row);
  return { id, email };
}

type Values = Record<string, unknown>;

/** A project of the household; `values` are columns that matter to the test. */
export async function createProject(owner: pg.Client, household: Household, values: Values = {}): Promise<string> {
  return create(owner, 'projects', household, { name: 'A house', status: 'active', ...values });
}

export async function createPhase(
  owner: pg.Client,
  household: Household,
  projectId: string,
  values: Values = {},
): Promise<string> {
  const key = `phase-${uuidv7()}`;
  return create(owner, 'phases', household, { project_id: projectId, key, name: 'Roof', position: 1, ...values });
}

let numbers = 0;

/** An invoice, issued unless `status` says otherwise. */
export async function createInvoice(owner: pg.Client, household: Household, values: Values = {}): Promise<string> {
  numbers += 1;
  const { total_minor: total = 100 } = values;
  const issued = values.status === 'draft' ? {} : { number: numbers, issued_on: '2020-01-01', due_on: '2020-01-31' };
  const sums = { net_minor: total, total_minor: total };
  return create(owner, 'invoices', household, { status: 'issued', currency: 'EUR', ...issued, ...values, ...sums });
}

/** Adds a row under the household's business and client, with an id of its own. */
export async function create(owner: pg.Client, table: string, household: Household, values: Values): Promise<string> {
  const id = uuidv7();
  const place = { id, tenant_id: household.tenantId, client_id: household.clientId };
  await insert(owner, table, { ...place, updated_at: new Date(), ...values });
  return id;
}

async function insert(owner: pg.Client, table: string, row: Values): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  await owner.query(`insert into ${table} (${columns}) values (${places})`, Object.values(row));
}
