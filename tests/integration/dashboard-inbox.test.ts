import { describe, expect, it } from 'vitest';
import { GET as adminDashboard } from '@/app/api/admin/dashboard/route';
import { read } from '@/lib/authz/scope';
import type { InboxShow } from '@/lib/dashboard/inbox/schemas';
import { getTeamDashboard } from '@/lib/dashboard/team-queries';
import { testDatabase } from '@/tests/support/database/database';
import { createPhase } from '@/tests/support/factories/identity';
import { createTimeEntry } from '@/tests/support/factories/money';
import { insertRow } from '@/tests/support/factories/rows';
import { inboxBusiness, inboxDay } from '@/tests/support/fixtures/inbox';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { teamActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
const day = inboxDay;

async function inboxOf({ email }: { email: string }, show: InboxShow = 'all') {
  const actor = await teamActor(owner, email);
  return (await read(actor, (db) => getTeamDashboard(db, { show }, day, actor))).inbox;
}

const shown = ({ items }: { items: { kind: string; title: string }[] }) =>
  items.map(({ kind, title }) => `${kind} ${title}`);

describe('the inbox', () => {
  it('has what waits and nothing else, what is late first, then the longest-waiting', async () => {
    const { tenant, jane, overdue } = await inboxBusiness(owner);
    const inbox = await inboxOf(tenant.admin);
    const claimNumber = inbox.items.find(({ kind }) => kind === 'claim')?.title;
    const late = [`invoice ${overdue.number}`, 'phase Windows', `claim ${claimNumber}`];
    expect(shown(inbox).slice(0, 3)).toEqual(late);
    expect(shown(inbox).slice(3, -1).toSorted()).toEqual(
      ['document Permit', 'document Plan', 'draft Half done', 'ticket Sockets'].toSorted(),
    );
    expect(inbox.items.at(-1)).toMatchObject({ kind: 'invitation', id: jane.id, excerpt: jane.email });
    expect(inbox.counts).toEqual({ late: 1, approve: 4, unanswered: 1, overdue: 1 });
    expect(inbox.more).toBe(false);
  });

  it('shows staff no money, no people and nothing to publish', async () => {
    const { tenant } = await inboxBusiness(owner);
    const inbox = await inboxOf(tenant.staff);
    expect(shown(inbox).toSorted()).toEqual(
      ['document Plan', 'draft Half done', 'phase Windows', 'ticket Sockets'].toSorted(),
    );
    expect(inbox.counts).toEqual({ late: 1, approve: 2, unanswered: 1, overdue: 0 });
    expect((await inboxOf(tenant.staff, 'overdue')).items).toEqual([]);
  });

  it('has parts that agree with their counts', async () => {
    const { tenant } = await inboxBusiness(owner);
    const { counts } = await inboxOf(tenant.admin);
    for (const show of ['late', 'approve', 'unanswered', 'overdue'] as const)
      expect((await inboxOf(tenant.admin, show)).items, show).toHaveLength(counts[show]);
  });

  it('offers a step that the caller may take, and none for an own upload', async () => {
    const { tenant, document } = await inboxBusiness(owner);
    await document('Mine', 'pending', tenant.admin);
    const { items } = await inboxOf(tenant.admin, 'approve');
    const allowed = (title: string) => items.find((item) => item.title === title)?.allowed;
    expect(allowed('Plan')).toContain('approved');
    expect(allowed('Mine')).not.toContain('approved');
    expect(allowed('Permit')).toContain('published');
  });

  it('says of a request who asks what, and whether the target is missed', async () => {
    const { tenant, sam, ticket, last } = await inboxBusiness(owner);
    const one = async () => (await inboxOf(tenant.staff, 'unanswered')).items;
    const facts = { id: ticket.id, personName: sam.name, messageId: last.id, excerpt: 'Any news?' };
    expect(await one()).toMatchObject([{ ...facts, isLate: false }]);
    await insertRow(owner, 'support_settings', { tenantId: tenant.id, firstResponseHours: 4 });
    await owner.query(`update support_tickets set created_at = now() - interval '5 hours' where id = $1`, [ticket.id]);
    expect(await one()).toMatchObject([{ ...facts, isLate: true }]);
  });

  it('is nothing of another business, and short in a large one', async () => {
    const { tenant, project } = await inboxBusiness(owner);
    for (let n = 0; n < 20; n++) await createPhase(owner, project, { name: `${n}`, plannedEndOn: '2026-10-01' });
    const inbox = await inboxOf(tenant.admin);
    expect([inbox.items.length, inbox.more, inbox.counts.late]).toEqual([15, true, 21]);
    expect((await inboxOf((await createTestTenant(owner)).admin)).items).toEqual([]);
  });

  it('is the same for programs, in parts by their names', async () => {
    const { tenant, overdue } = await inboxBusiness(owner);
    const { status, body } = await call(adminDashboard, { token: tenant.admin.token, query: '?show=overdue' });
    expect(status).toBe(200);
    const [first] = body.data.inbox.items;
    expect(first).toMatchObject({ kind: 'invoice', id: overdue.id, open: '120.00', currency: 'EUR', is_late: true });
    expect((await call(adminDashboard, { token: tenant.admin.token, query: '?show=none' })).status).toBe(422);
  });
});

describe('what needs attention beside it', () => {
  it('are people of clients who have not signed in for 30 days', async () => {
    const { tenant, sam } = await inboxBusiness(owner);
    const quiet = async (email: string) => {
      const actor = await teamActor(owner, email);
      const { attention } = await read(actor, (db) => getTeamDashboard(db, { show: 'all' }, day, actor));
      return attention.quiet.rows.map(({ id }) => id);
    };
    await owner.query(`update users set last_sign_in_at = '2026-10-23' where id = $1`, [sam.id]);
    expect(await quiet(tenant.admin.email)).toEqual([]);
    await owner.query(`update users set last_sign_in_at = '2026-10-21' where id = $1`, [sam.id]);
    expect([await quiet(tenant.admin.email), await quiet(tenant.staff.email)]).toEqual([[sam.id], []]);
    await owner.query('update users set client_portal_enabled = false where id = $1', [sam.id]);
    expect(await quiet(tenant.admin.email)).toEqual([]);
  });

  it('are people of the team who work by the hour and have entered none this week', async () => {
    const { tenant, project } = await inboxBusiness(owner);
    const missing = async (email: string, on = day) => {
      const actor = await teamActor(owner, email);
      const { attention } = await read(actor, (db) => getTeamDashboard(db, { show: 'all' }, on, actor));
      return attention.missingHours.rows.map(({ id }) => id);
    };
    expect(await missing(tenant.admin.email)).toEqual([]);
    await createTimeEntry(owner, project, tenant.staff, { workedOn: '2026-11-13' });
    const both = async () => [await missing(tenant.admin.email), await missing(tenant.staff.email)];
    expect(await both()).toEqual([[tenant.staff.id], [tenant.staff.id]]);
    expect(await missing(tenant.admin.email, '2026-11-16')).toEqual([]);
    await createTimeEntry(owner, project, tenant.staff, { workedOn: '2026-11-16' });
    expect(await both()).toEqual([[], []]);
  });
});
