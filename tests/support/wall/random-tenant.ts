import type pg from 'pg';
import { TenantStatus } from '@/lib/db/generated/enums';
import {
  createAdmin,
  createClient,
  createClientUser,
  createProject,
  createSignIn,
  createStaff,
  createSuperAdmin,
  createTenant,
} from '@/tests/support/factories/identity';
import { createAuditEntry, createNotification } from '@/tests/support/factories/money';
import { createDocumentType, createPhaseTemplate, createStoredFile } from '@/tests/support/factories/records';
import { insertRow, mark, type Wishes } from '@/tests/support/factories/rows';
import { seedExports } from '@/tests/support/wall/random-exports';
import { seedGuests } from '@/tests/support/wall/random-guests';
import { seedImports } from '@/tests/support/wall/random-imports';
import { seedMoney } from '@/tests/support/wall/random-money';
import { seedProject } from '@/tests/support/wall/random-project';
import { seedMoneyTickets } from '@/tests/support/wall/random-tickets';

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
  const showcaseProjectNames = showcaseEnabled;
  const suspendedAt = status === 'suspended' ? new Date() : null;
  const dateHistoryShown = choose.one([true, true, true, false]);
  const shown = { showcaseEnabled, showcaseProjectNames, dateHistoryShown };
  const tenant = await createTenant(owner, { suspendedAt, ...shown, ...wishes, status });
  const logo = await createStoredFile(owner, { tenantId: tenant.id }, { fileName: 'logo.png' });
  await owner.query('update tenants set logo_file_id = $1 where id = $2', [logo.id, tenant.id]);
  await createStoredFile(owner, { tenantId: tenant.id }, { fileName: 'spare.bin' });
  for (const createdAt of [new Date(), new Date(Date.now() - 7_200_000)])
    for (const status of ['pending', 'stored'] as const)
      await createStoredFile(owner, { tenantId: tenant.id }, { status, createdAt });
  for (const kind of ['ticket', 'invoice'])
    await insertRow(owner, 'number_sequences', { tenantId: tenant.id, kind, value: 9 });

  await insertRow(owner, 'support_settings', { tenantId: tenant.id, firstResponseHours: 4 });
  await insertRow(owner, 'saved_replies', { tenantId: tenant.id, name: 'Thanks', body: 'Thank you, {person_name}.' });
  await insertRow(owner, 'billing_settings', { tenantId: tenant.id, iban: 'PT50000201231234567890154' });

  const team = await seedTeam(owner, tenant, choose);
  await createPhaseTemplate(owner, tenant);
  const types = [await createDocumentType(owner, tenant), await createDocumentType(owner, tenant)];
  let formerly: { id: string } | null = null;
  for (let left = choose.count(2, 3); left > 0; left--) {
    const client = await createClient(owner, tenant, { isActive: choose.one([true, true, true, false]) });
    const people = await seedClientPeople(owner, client, choose);
    const projects: { id: string }[] = [];
    for (let more = choose.count(1, 2); more > 0; more--)
      projects.push(await seedProject(owner, { client, people, team, types, choose }));
    await seedMoney(owner, { client, team, people, projects, choose });
    await seedGuests(owner, people, projects, choose);
    if (left === 1) await seedTimers(owner, client, projects, team.slice(0, 2));
    await seedMoneyTickets(owner, choose.one(people));
    await seedExports(owner, { people, team, formerly });
    formerly = client;
  }
  await seedCheck(owner, tenant);
  await seedWork(owner, tenant);
  await seedImports(owner, tenant, team);
  await insertRow(owner, 'clock_marks', {
    ...{ tenantId: tenant.id, kind: 'weekly_report', recordId: tenant.id },
    onDate: '2026-03-02',
  });
  const nowhere = { tenantId: tenant.id, id: '' };
  await seedLife(owner, await createClientUser(owner, nowhere, { clientId: null, mailRefusedAt: new Date() }));
  for (const { id, userType } of team) if (userType === 'admin') await seedInvited(owner, tenant, id);
  await seedNewcomers(owner, tenant, nowhere);
  return tenant;
}

/** The running timers of an admin and a staff member. */
async function seedTimers(owner: pg.Client, client: Member, projects: { id: string }[], team: TeamMember[]) {
  for (const { id: userId, tenantId } of team)
    for (const { id: projectId } of projects.slice(0, 1))
      await insertRow(owner, 'work_timers', {
        userId,
        tenantId,
        clientId: client.id,
        projectId,
        description: 'Survey',
      });
}

/** A job that waits, one that was given up, and a schedule that ran. */
async function seedWork(owner: pg.Client, { id: tenantId }: { id: string }): Promise<void> {
  const kind = 'notification_mail';
  await insertRow(owner, 'jobs', { tenantId, kind, pendingKey: mark(), dueAt: new Date() });
  await insertRow(owner, 'jobs', { tenantId, kind, dueAt: null, attempts: 16, lastError: 'no answer' });
  await insertRow(owner, 'received_mails', { tenantId, digest: new TextEncoder().encode(mark()), result: 'accepted' });
  await insertRow(owner, 'schedule_runs', { tenantId, schedule: kind, periodOn: '2026-11-30' });
}

/** What a proof of the first client's account found; the other clients' were never proven. */
async function seedCheck(owner: pg.Client, { id: tenantId }: { id: string }): Promise<void> {
  const sql = 'select id from clients where tenant_id = $1 order by id limit 1';
  const { rows } = await owner.query<{ id: string }>(sql, [tenantId]);
  for (const { id: partyId } of rows)
    await insertRow(owner, 'ledger_checks', { tenantId, partyId, heldAt: new Date() });
  await insertRow(owner, 'audit_checks', { tenantId, heldAt: new Date() });
}

async function seedTeam(owner: pg.Client, tenant: { id: string }, choose: Choose): Promise<TeamMember[]> {
  const team: TeamMember[] = [];
  for (let left = choose.count(1, 2); left > 0; left--) {
    team.push(await createAdmin(owner, tenant), await createStaff(owner, tenant));
  }
  team.push(await createStaff(owner, tenant, { isActive: false }));
  for (const member of team) await seedMember(owner, member);
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
  for (const person of people) await seedMember(owner, person, client.id);
  return people;
}

/** A person with files that they brought for a ticket, which refers to none of them yet. */
async function seedMember(owner: pg.Client, person: Member, ofClient?: string): Promise<void> {
  await seedLife(owner, person, ofClient);
  const brought = { fileName: 'brought.bin', attachedById: person.id };
  for (const status of ['pending', 'stored'] as const)
    await createStoredFile(owner, { tenantId: person.tenantId }, { ...brought, status });
}

/** A staff member without a password, invited by the admin. */
async function seedInvited(owner: pg.Client, tenant: { id: string }, createdById: string) {
  const { id: userId } = await createStaff(owner, tenant);
  const expiresAt = new Date(Date.now() + 3_600_000);
  const link = { userId, purpose: 'invitation', expiresAt, createdById } as const;
  await insertRow(owner, 'user_links', { ...link, tokenHash: new TextEncoder().encode(mark()) });
}

/** Users that have never signed in. */
async function seedNewcomers(owner: pg.Client, tenant: { id: string }, nowhere: { tenantId: string; id: string }) {
  await createAdmin(owner, tenant);
  await createStaff(owner, tenant);
  await createClientUser(owner, nowhere, { clientId: null, mailRefusedAt: new Date() });
}

async function seedNotices(owner: pg.Client, { id: userId }: { id: string }): Promise<void> {
  await insertRow(owner, 'security_notices', { userId });
  await insertRow(owner, 'security_notices', { userId, byId: userId, byName: 'An admin', seenAt: new Date() });
}

/** A mail that told a notification. */
async function seedMail(owner: pg.Client, { id: userId, tenantId }: Member, notificationId: string): Promise<void> {
  const mail = await insertRow(owner, 'mails', { tenantId, userId, about: 'notifications', state: 'kept' });
  await insertRow(owner, 'mail_items', { tenantId, userId, notificationId, cadence: 'instant', mailId: mail.id });
}

/** A user's own rows: sign-ins, notifications read and unread, notification settings, visits and an audit entry. */
async function seedLife(owner: pg.Client, person: Member, ofClient?: string): Promise<void> {
  const { id: userId, tenantId } = person;
  await createSignIn(owner, person);
  for (const readAt of [null, new Date()]) {
    const notification = await createNotification(owner, person, { readAt });
    if (readAt) await seedMail(owner, person, notification.id);
  }
  // Of a person's client, and of one that they belonged to before.
  if (ofClient) for (const clientId of [ofClient, person.id]) await createNotification(owner, person, { clientId });
  await seedNotices(owner, person);
  await insertRow(owner, 'notification_settings', { tenantId, userId, kind: 'invoice_issued', cadence: 'off' });
  await insertRow(owner, 'mail_preferences', { tenantId, userId, quietFrom: 1260, quietTo: 420 });
  await insertRow(owner, 'visits', { tenantId, userId, place: 'documents' });
  await createAuditEntry(owner, person);
}

/**
 * Inserts a tenant that an operator has set up and nobody has signed in to: an admin, a client with a project and a person, each
 * invited. A second admin has a password all the same.
 */
async function seedNewTenant(owner: pg.Client, operator: { id: string }): Promise<void> {
  const tenant = await createTenant(owner);
  const client = await createClient(owner, tenant);
  const person = await createClientUser(owner, client);
  await createProject(owner, client, { clientUserId: person.id });
  const [admin, second] = [await createAdmin(owner, tenant), await createAdmin(owner, tenant)];
  await insertRow(owner, 'credentials', { userId: second.id, passwordHash: '$argon2id$not-a-hash' });
  const expiresAt = new Date(Date.now() + 3_600_000);
  for (const { id: userId } of [admin, person, second]) {
    const tokenHash = new TextEncoder().encode(mark());
    const link = { userId, purpose: 'invitation', expiresAt, createdById: operator.id } as const;
    await insertRow(owner, 'user_links', { ...link, tokenHash });
  }
}

/** Operators, set-up links and a throttle counter, which have no tenant, and a new tenant of each operator. */
export async function seedPlatform(owner: pg.Client): Promise<void> {
  await createSuperAdmin(owner);
  const expiresAt = new Date(Date.now() + 3_600_000);
  const setup = { userId: null, purpose: 'setup', expiresAt } as const;
  for (const operator of [await createSuperAdmin(owner), await createSuperAdmin(owner)]) {
    await seedNotices(owner, operator);
    await createSignIn(owner, operator);
    await createAuditEntry(owner, { ...operator, tenantId: null });
    const tokenHash = new TextEncoder().encode(mark());
    await insertRow(owner, 'user_links', { ...setup, tokenHash, createdById: operator.id });
    await seedNewTenant(owner, operator);
  }
  const checked = await owner.query('select from audit_checks where tenant_id is null');
  if (checked.rowCount === 0) await insertRow(owner, 'audit_checks', { tenantId: null, heldAt: new Date() });
  await insertRow(owner, 'throttle_counters', { key: `sign-in:${mark()}`, points: 1 });
}
