import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { GET as csv } from '@/app/api/admin/audit/csv/route';
import { GET } from '@/app/api/admin/audit/route';
import { PATCH } from '@/app/api/admin/clients/[id]/route';
import { GET as platformTrail } from '@/app/api/platform/audit/route';
import { testDatabase } from '@/tests/support/database/database';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { createAccount } from '@/tests/support/identity/account';
import { tokenFor } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();

const queryOf = (query: Record<string, string>) => `?${new URLSearchParams(query)}`;

type Shown = { created_at: string; action: string; actor_name: string; record_id: string | null };
type Line = { at: string; action?: string; recordType?: string | null };

/** A business with these lines in its trail and no others. Lines are append-only, so nothing is removed: another day is free of them. */
async function businessWith(lines: Line[], timeZone = 'Europe/Lisbon') {
  const tenant = await createTestTenant(owner);
  await owner.query('update tenants set time_zone = $2 where id = $1', [tenant.id, timeZone]);
  for (const { at, action = 'document.published', recordType = 'document' } of lines)
    await owner.query(
      `insert into audit_entries (id, tenant_id, actor_name, action, record_type, record_id, detail, created_at)
       values (gen_random_uuid(), $1, 'Gone Person', $2, $3, gen_random_uuid(), '{"title": "=Plan"}', $4)`,
      [tenant.id, action, recordType, at],
    );
  const list = async (query: Record<string, string>) => {
    const { status, body } = await call(GET, { token: tenant.admin.token, query: queryOf(query) });
    expect(status).toBe(200);
    return body as { data: Shown[]; next_cursor: string | null };
  };
  return { ...tenant, list };
}

describe('the audit trail', () => {
  it('filters by days of the business, the whole of the last one included', async () => {
    // Summer time ends in Lisbon on 25 October 2026: that day has 25 hours, from 23:00Z of the day before.
    const edges = [
      '2026-10-24T22:59:59.999Z',
      '2026-10-24T23:00:00.000Z',
      '2026-10-25T23:59:59.999Z',
      '2026-10-26T00:00:00.000Z',
    ];
    const { list } = await businessWith(edges.map((at) => ({ at })));
    const { data } = await list({ date_from: '2026-10-25', date_to: '2026-10-25' });
    expect(data.map((line) => line.created_at)).toEqual([edges[2], edges[1]]);
  });

  it('keeps the name of a person who is gone', async () => {
    const { list } = await businessWith([{ at: '2026-05-01T10:00:00Z' }]);
    const { data } = await list({ date_from: '2026-05-01', date_to: '2026-05-01' });
    expect(data.map((line) => line.actor_name)).toEqual(['Gone Person']);
  });

  it('filters by person, record type, record and action', async () => {
    const { admin, id, addClient, list } = await businessWith([
      { at: '2026-05-01T10:00:00Z', action: 'photo.shared', recordType: 'photo' },
    ]);
    const client = await addClient();
    await call(PATCH, { token: admin.token, params: { id: client }, body: { phone: '+351 1' }, method: 'PATCH' });
    const { rows } = await owner.query("select id from users where tenant_id = $1 and user_type = 'admin'", [id]);
    const only = { date_from: '2026-11-01' };
    const another = await addClient();
    await call(PATCH, { token: admin.token, params: { id: another }, body: { phone: '+351 2' }, method: 'PATCH' });
    const ofClient = (await list({ record_id: client })).data;
    expect(ofClient.map((line) => line.action)).toContain('client.changed');
    expect(new Set(ofClient.map((line) => line.record_id))).toEqual(new Set([client]));
    const admins = await list({ actor_id: rows[0].id });
    expect(admins.data.filter((line) => line.action === 'client.changed')).toHaveLength(2);
    expect(admins.data.map((line) => line.actor_name)).not.toContain('Gone Person');
    expect((await list({ record_type: 'client', ...only })).data.map(({ action }) => action)).toContain(
      'client.changed',
    );
    expect((await list({ record_type: 'photo' })).data.map(({ action }) => action)).toEqual(['photo.shared']);
    expect((await list({ action: 'photo.unshared' })).data).toEqual([]);
  });

  it('pages without loss or repetition while lines arrive', async () => {
    const { id, list } = await businessWith([]);
    await owner.query(
      `insert into audit_entries (id, tenant_id, action, record_type, created_at)
       select gen_random_uuid(), $1, 'photo.changed', 'photo', '2026-03-01T00:00:00Z'::timestamptz + n % 700 * interval '1 second'
       from generate_series(1, 10000) n`,
      [id],
    );
    const seen = new Set<string>();
    let read = 0;
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = { action: 'photo.changed', limit: '200', ...(cursor && { cursor }) };
      const page = (await list(query)) as { data: { id?: string }[]; next_cursor: string | null };
      for (const line of page.data) seen.add(String(line.id));
      read += page.data.length;
      cursor = page.next_cursor;
      await owner.query(
        `insert into audit_entries (id, tenant_id, action, record_type) values (gen_random_uuid(), $1, 'photo.changed', 'photo')`,
        [id],
      );
    } while (cursor);
    expect([read, seen.size]).toEqual([10_000, 10_000]);
  });

  it('refuses what is no filter', async () => {
    const { admin } = await businessWith([]);
    for (const [query, field] of [
      [{ date_from: '2026-02-30' }, 'date_from'],
      [{ date_from: '2026-02-03', date_to: '2026-02-01' }, 'date_to'],
      [{ record_id: 'x' }, 'record_id'],
      [{ cursor: 'x' }, 'cursor'],
    ] as const) {
      const { status, body } = await call(GET, { token: admin.token, query: queryOf(query) });
      expect([status, Object.keys(body.errors)]).toEqual([422, [field]]);
    }
  });

  it('is for admins alone, and of their own business', async () => {
    const one = await businessWith([{ at: '2026-05-01T10:00:00Z' }]);
    const other = await businessWith([]);
    expect((await other.list({ date_to: '2026-05-02' })).data).toEqual([]);
    expect((await call(GET, { token: one.staff.token })).status).toBe(403);
    const jane = await one.addPerson('client', await one.addClient());
    expect((await call(GET, { token: jane.token })).status).toBe(403);
  });

  it('of the platform holds no line of a business', async () => {
    await businessWith([{ at: '2026-05-01T10:00:00Z' }]);
    const operator = await createAccount(owner, { userType: 'super_admin' });
    const token = await tokenFor(owner, operator.email);
    await owner.query(
      `insert into audit_entries (id, action, record_type, created_at) values (gen_random_uuid(), 'tenant.onboarded', 'tenant', '2026-05-01T09:00:00Z')`,
    );
    const { body } = await call(platformTrail, {
      token,
      query: queryOf({ date_from: '2026-05-01', date_to: '2026-05-01' }),
    });
    expect(body.data.map(({ action }: { action: string }) => action)).toEqual(['tenant.onboarded']);
  });

  it('as CSV has the lines of the filter, with typed text that no spreadsheet runs', async () => {
    const { admin, id } = await businessWith([{ at: '2026-05-01T10:00:00Z' }, { at: '2026-06-01T10:00:00Z' }]);
    await owner.query(
      `insert into audit_entries (id, tenant_id, actor_name, action, detail, created_at)
       values (gen_random_uuid(), $1, '=HYPERLINK("x")', 'photo.shared', '{"caption": "=1+1"}', '2026-04-01T10:00:00Z')`,
      [id],
    );
    const request = new NextRequest('http://localhost:3000/api/admin/audit/csv?date_to=2026-05-31', {
      headers: { authorization: `Bearer ${admin.token}` },
    });
    const lines = (await (await csv(request, {})).text()).trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toContain(`"'=HYPERLINK(""x"")",photo.shared`);
    expect(lines[1]).toMatch(/^2026-05-01T10:00:00\.000Z,Gone Person,document\.published,document,/);
  });
});
