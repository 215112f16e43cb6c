import pg from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Counts, writeRecords } from '@/tests/bench/searchable';
import { portalPages } from '@/tests/support/browser/portal-pages';
import { testDatabase } from '@/tests/support/database/database';
import { signIn } from '@/tests/support/identity/sign-in';
import { renderPage } from '@/tests/support/pages/render';
import { rowsReadBy } from '@/tests/support/pages/rows';

vi.mock('react', async (original) => {
  const { cache } = await import('@/tests/support/pages/request');
  return { ...(await original<typeof import('react')>()), cache };
});
vi.mock('next/headers', async () => (await import('@/tests/support/pages/request')).nextHeaders);
vi.mock('next/server', async (original) => ({
  ...(await original<typeof import('next/server')>()),
  after: () => undefined,
}));
vi.mock('next-intl/server', async () => (await import('@/tests/support/pages/request')).nextIntl);

const { owner } = await testDatabase();

/** Fills the first page of every list and the choices of its filters; more than 1,000 of each state, at which their counts stop. */
const few: Counts = {
  ...{ clients: 220, projects: 220, phases: 880, documents: 5_500, photos: 3_300 },
  ...{ updates: 220, tickets: 3_300, messages: 6_600, hours: 2_200 },
};
const times = 5;
const many = Object.fromEntries(Object.entries(few).map(([kind, count]) => [kind, count * times])) as Counts;

async function writeTenant(name: string, counts: Counts) {
  await writeRecords(owner, name, counts);
  await owner.query('begin');
  await owner.query('set local session_replication_role = replica');
  const numbered = (table: string) =>
    `(select id, row_number() over (order by id) as n from ${table} where tenant_id = (select id from tenants where slug = 'searched-${name}')) r`;
  const state = (states: string) => `(array[${states}])[1 + r.n % ${states.split(',').length}]`;
  const drafts = `'draft', 'pending', 'approved', 'rejected'`;
  await owner.query(`update documents t set status = ${state(drafts)}::document_status, published_version_id = null, published_at = null
    from ${numbered('documents')} where t.id = r.id and r.n % 5 > 0`);
  // One entry a day: as many in a week of either tenant.
  await owner.query(
    `update time_entries t set worked_on = current_date - r.n::int from ${numbered('time_entries')} where t.id = r.id`,
  );
  await owner.query(`update support_tickets t set status = ${state(`'open', 'in_progress', 'closed'`)}::ticket_status,
    closed_at = case when r.n % 3 = 2 then now() end from ${numbered('support_tickets')} where t.id = r.id`);
  // Each person writes a few tickets, as many in either tenant.
  await owner.query(`insert into users (id, tenant_id, user_type, client_id, client_portal_enabled, email, name, updated_at)
    select gen_random_uuid(), c.tenant_id, 'client', c.id, true, r.n || '@${name}.example', 'Person ' || r.n, now()
    from clients c join ${numbered('clients')} on r.id = c.id where not exists (select from users u where u.client_id = c.id)`);
  await owner.query(`update support_tickets t set client_id = u.client_id, client_user_id = u.id from ${numbered('support_tickets')}
    join (select id, client_id, row_number() over (order by id) - 1 as place from users where client_id is not null
      and tenant_id = (select id from tenants where slug = 'searched-${name}')) u on u.place = r.n % ${counts.clients} where t.id = r.id`);
  await owner.query(
    'update ticket_messages m set client_user_id = t.client_user_id from support_tickets t where t.id = m.ticket_id',
  );
  await owner.query(`update photos t set visibility = ${state(`'internal', 'client', 'public'`)}::photo_visibility
    from ${numbered('photos')} where t.id = r.id`);
  await owner.query('commit');
  // Whatever autovacuum would do meanwhile is done.
  await owner.query('vacuum analyze');
}

/** The pages that name no record, of the team and of a client; each tenant has an admin and a person of its first client. */
const pages = portalPages().filter(({ pattern }) => /^\/(admin|client)/.test(pattern) && !pattern.includes('['));

/** Rows that a page may read besides, and why. */
const besides: Record<string, { rows: number; why: string }> = {
  '/admin': {
    rows: 2_500,
    why: 'the database reads all clients, rather than those of the rows, while they are a thousand',
  },
};

async function measure(tenant: string) {
  const rows = new Map<string, number>();
  for (const page of pages) {
    const account = page.pattern.startsWith('/admin') ? 'admin' : 'client';
    const { cookie } = await signIn(owner, `${account}@${tenant}.example`);
    rows.set(page.pattern, await rowsReadBy(pg.Client, owner, () => renderPage(page, page.pattern, cookie)));
  }
  return rows;
}

describe('a page reads no more rows of a tenant with five times the records', () => {
  let small: Map<string, number>;
  let large: Map<string, number>;

  beforeAll(async () => {
    // What parallel workers read is not counted.
    const { rows } = await owner.query('select current_database() as name');
    await owner.query(`alter database ${rows[0].name} set max_parallel_workers_per_gather = 0`);
    await writeTenant('few', few);
    small = await measure('few');
    await writeTenant('many', many);
    large = await measure('many');
  }, 120_000);

  it.each(pages)('$pattern', ({ pattern }) => {
    const [few, many] = [small.get(pattern) ?? 0, large.get(pattern) ?? 0];
    expect(many).toBeLessThanOrEqual(few * 1.1 + 20 + (besides[pattern]?.rows ?? 0));
  });

  it('counts what a page reads', () => expect(small.get('/admin/documents')).toBeGreaterThan(100));
});
