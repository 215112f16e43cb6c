import type pg from 'pg';
import { TenantStatus } from '@/lib/db/generated/enums';
import {
  createAdmin,
  createClient,
  createClientUser,
  createSignIn,
  createStaff,
  createSuperAdmin,
  createTenant,
} from '@/tests/support/factories/identity';
import { createAuditEntry, createNotification } from '@/tests/support/factories/money';
import { createDocumentType, createStoredFile } from '@/tests/support/factories/records';
import { insertRow, mark, type Wishes } from '@/tests/support/factories/rows';
import { seedMoney } from '@/tests/support/wall/random-money';
import { seedProject } from '@/tests/support/wall/random-project';

/** The source of a world's choices: fast-check's generator, or one that cycles through the choices. */
export type Choose = {
  one: <T>(choices: readonly T[]) => T;
  /** A whole number from `least` to `most`. */
  count: (least: number, most: number) => number;
};

export type Member = { id: string; name: string; tenantId: string };
export type ClientMember = Member & { clientId: string; userType: 'client' };
export type TeamMember = Member & { userType: 'staff' | 'admin' };

/**
 * Inserts a tenant in which every table has rows in every status and visibility, for several users of several clients.
 * `choose` decides how many rows there are and to whom they belong.
 */
export async function seedTenant(owner: pg.Client, choose: Choose, wishes: Wishes<'tenants'> = {}) {
  const status = wishes.status ?? choose.one([TenantStatus.active, TenantStatus.active, TenantStatus.suspended]);
  const showcaseEnabled = choose.one([true, true, false]);
  const suspendedAt = status === 'suspended' ? new Date() : null;
  const tenant = await createTenant(owner, { suspendedAt, showcaseEnabled, ...wishes, status });
  const logo = await createStoredFile(owner, { tenantId: tenant.id }, { fileName: 'logo.png' });
  await owner.query('update tenants set logo_file_id = $1 where id = $2', [logo.id, tenant.id]);
  await createStoredFile(owner, { tenantId: tenant.id }, { fileName: 'spare.bin' });
  for (const createdAt of [new Date(), new Date(Date.now() - 7_200_000)])
    for (const status of ['pending', 'stored'] as const)
      await createStoredFile(owner, { tenantId: tenant.id }, { status, createdAt });
  for (const kind of ['ticket', 'invoice'])
    await insertRow(owner, 'number_sequences', { tenantId: tenant.id, kind, value: 9 });

  const team = await seedTeam(owner, tenant, choose);
  const types = [await createDocumentType(owner, tenant), await createDocumentType(owner, tenant)];
  for (let left = choose.count(2, 3); left > 0; left--) {
    const client = await createClient(owner, tenant, { isActive: choose.one([true, true, true, false]) });
    const people = await seedClientPeople(owner, client, choose);
    const projects: { id: string }[] = [];
    for (let more = choose.count(1, 2); more > 0; more--)
      projects.push(await seedProject(owner, { client, people, team, types, choose }));
    await seedMoney(owner, { client, team, projects, choose });
  }
  const nowhere = { tenantId: tenant.id, id: '' };
  await seedLife(owner, await createClientUser(owner, nowhere, { clientId: null }));
  await seedNewcomers(owner, tenant, nowhere);
  return tenant;
}

async function seedTeam(owner: pg.Client, tenant: { id: string }, choose: Choose): Promise<TeamMember[]> {
  const team: TeamMember[] = [];
  for (let left = choose.count(1, 2); left > 0; left--) {
    team.push(await createAdmin(owner, tenant), await createStaff(owner, tenant));
  }
  team.push(await createStaff(owner, tenant, { isActive: false }));
  for (const member of team) await seedLife(owner, member);
  return team;
}

async function seedClientPeople(owner: pg.Client, client: Member & { currency: string }, choose: Choose) {
  const people: ClientMember[] = [];
  const here = { clientId: client.id };
  for (let left = choose.count(2, 3); left > 0; left--) {
    const isActive = choose.one([true, true, true, false]);
    const clientPortalEnabled = choose.one([true, true, true, false]);
    people.push({ ...(await createClientUser(owner, client, { isActive, clientPortalEnabled })), ...here });
  }
  for (const person of people) await seedLife(owner, person);
  return people;
}

/** Users that have never signed in. */
async function seedNewcomers(owner: pg.Client, tenant: { id: string }, nowhere: { tenantId: string; id: string }) {
  await createAdmin(owner, tenant);
  await createStaff(owner, tenant);
  await createClientUser(owner, nowhere, { clientId: null });
}

/** A user's own rows: sign-ins, notifications read and unread, notification settings, visits and an audit entry. */
async function seedLife(owner: pg.Client, person: Member): Promise<void> {
  const { id: userId, tenantId } = person;
  await createSignIn(owner, person);
  for (const readAt of [null, new Date()]) await createNotification(owner, person, { readAt });
  await insertRow(owner, 'notification_settings', { tenantId, userId, kind: 'invoice_issued', email: false });
  await insertRow(owner, 'visits', { tenantId, userId, place: 'documents' });
  await createAuditEntry(owner, person);
}

/** Rows without a tenant: operators, set-up links and a throttle counter. */
export async function seedPlatform(owner: pg.Client): Promise<void> {
  await createSuperAdmin(owner);
  const expiresAt = new Date(Date.now() + 3_600_000);
  const setup = { userId: null, purpose: 'setup', expiresAt } as const;
  for (const operator of [await createSuperAdmin(owner), await createSuperAdmin(owner)]) {
    await createSignIn(owner, operator);
    await createAuditEntry(owner, { ...operator, tenantId: null });
    const tokenHash = new TextEncoder().encode(mark());
    await insertRow(owner, 'user_links', { ...setup, tokenHash, createdById: operator.id });
  }
  await insertRow(owner, 'throttle_counters', { key: `sign-in:${mark()}`, points: 1 });
}
