import { describe, expect, it } from 'vitest';
import { GET as dashboard } from '@/app/api/client/dashboard/route';
import { GET as progress } from '@/app/api/client/progress/route';
import { GET as project } from '@/app/api/client/projects/[id]/route';
import { GET as projects } from '@/app/api/client/projects/route';
import { testDatabase } from '@/tests/support/database/database';
import {
  type ClientFixture,
  createClientFixture,
  createEmployee,
  createInvoice,
  createPhase,
  createProject,
  createRelative,
} from '@/tests/support/fixtures/portal-records';
import { type Answer, call } from '@/tests/support/http/api';
import { createAccount } from '@/tests/support/identity/account';
import { signIn, tokenFor } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();

const nobodys = '0199aaaa-0000-7000-8000-000000000000';

/** Two clients of different tenants with a project and a phase each. */
async function neighbours() {
  const [us, them] = [await createClientFixture(owner), await createClientFixture(owner)];
  const [ours, theirs] = [await createProject(owner, us), await createProject(owner, them)];
  const phases = [await createPhase(owner, us, ours), await createPhase(owner, them, theirs)];
  return { us, ours, theirs, phase: phases[0], token: await tokenFor(owner, us.email) };
}

/** The responses of every route that returns projects, for the same credentials. */
async function everyRoute(credentials: Parameters<typeof call>[1], id: string): Promise<Answer[]> {
  return [
    await call(dashboard, credentials),
    await call(projects, credentials),
    await call(project, { ...credentials, params: { id } }),
    await call(progress, credentials),
  ];
}

const statuses = (answers: Answer[]) => answers.map(({ status }) => status);
const ids = ({ body }: Answer): string[] => body.data.map(({ id }: { id: string }) => id);

describe('visible projects', () => {
  it('both people of a client see those of their client and no others', async () => {
    const { us, ours } = await neighbours();
    const relative = await createRelative(owner, us);
    for (const { email } of [us, relative]) {
      const token = await tokenFor(owner, email);
      expect(ids(await call(projects, { token }))).toEqual([ours]);
      expect((await call(dashboard, { token })).body.data.projects).toMatchObject([{ id: ours }]);
    }
  });

  it('another client of the same business sees none of them', async () => {
    const { us, ours } = await neighbours();
    const other = await createClientFixture(owner);
    await owner.query('update users set client_portal_enabled = false, client_id = null where id = $1', [other.id]);
    await owner.query('update clients set tenant_id = $2 where id = $1', [other.clientId, us.tenantId]);
    await owner.query('update users set tenant_id = $2, client_id = $3, client_portal_enabled = true where id = $1', [
      other.id,
      us.tenantId,
      other.clientId,
    ]);
    const token = await tokenFor(owner, other.email);
    expect(ids(await call(projects, { token }))).toEqual([]);
    expect((await call(project, { token, params: { id: ours } })).status).toBe(404);
  });

  it('completed and cancelled ones stay', async () => {
    const us = await createClientFixture(owner);
    for (const status of ['active', 'completed', 'cancelled']) await createProject(owner, us, { status });
    const token = await tokenFor(owner, us.email);
    const list = await call(projects, { token });
    expect(list.body.data.map(({ status }: { status: string }) => status).sort()).toEqual([
      'active',
      'cancelled',
      'completed',
    ]);
    const { body } = await call(dashboard, { token });
    expect(body.data.client).toMatchObject({ current_projects: 1, earlier_projects: 2 });
  });

  it('a session does as well as a token', async () => {
    const { us, ours } = await neighbours();
    const { cookie } = await signIn(owner, us.email);
    expect(ids(await call(projects, { headers: { cookie } }))).toEqual([ours]);
  });
});

describe('what they say', () => {
  it('one project has its phases and progress in snake_case', async () => {
    const us = await createClientFixture(owner);
    const id = await createProject(owner, us, { name: 'Barn', starts_on: '2026-02-28' });
    await createPhase(owner, us, id, { percent: 50, status: 'in_progress', planned_end_on: '2026-12-31' });
    const { status, body } = await call(project, { token: await tokenFor(owner, us.email), params: { id } });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ id, name: 'Barn', starts_on: '2026-02-28', ends_on: null, progress: 50 });
    expect(body.data.phases).toMatchObject([{ project_id: id, percent: 50, planned_end_on: '2026-12-31' }]);
  });

  it('progress is the phases of all projects, or of one', async () => {
    const { us, ours, phase, token } = await neighbours();
    const second = await createProject(owner, us);
    const other = await createPhase(owner, us, second);
    expect(ids(await call(progress, { token })).sort()).toEqual([phase, other].sort());
    expect(ids(await call(progress, { token, query: `?project_id=${ours}` }))).toEqual([phase]);
  });

  it('a list goes on where its page ends', async () => {
    const us = await createClientFixture(owner);
    const made = [await createProject(owner, us), await createProject(owner, us), await createProject(owner, us)];
    const token = await tokenFor(owner, us.email);
    const first = await call(projects, { token, query: '?limit=2' });
    const second = await call(projects, { token, query: `?limit=2&cursor=${first.body.next_cursor}` });
    expect([...ids(first), ...ids(second)].sort()).toEqual(made.sort());
    expect(second.body.next_cursor).toBeNull();
  });

  it('the dashboard writes money as decimals and never counts a draft', async () => {
    const us = await createClientFixture(owner);
    await createInvoice(owner, us, { total_minor: 123_456 });
    await createInvoice(owner, us, { total_minor: 999_999, status: 'draft' });
    const { body } = await call(dashboard, { token: await tokenFor(owner, us.email) });
    expect(body.data.invoices).toMatchObject({ currency: 'EUR', count: 1, total_open: '1234.56', overdue: '1234.56' });
    expect(body.data.invoices.first).toMatchObject([{ total: '1234.56', open: '1234.56', due_on: '2020-01-31' }]);
    expect(JSON.stringify(body)).not.toMatch(/minor/);
  });
});

describe('a record that is not there, or not mine', () => {
  it.each(['', 'nonsense', `${nobodys}'`, nobodys])('is a 404 for the id “%s”', async (id) => {
    const { token } = await neighbours();
    expect((await call(project, { token, params: { id } })).status).toBe(404);
  });

  it('is answered like one that exists elsewhere', async () => {
    const { theirs, token } = await neighbours();
    const [foreign, unknown] = [theirs, nobodys].map((id) => call(project, { token, params: { id } }));
    expect((await foreign)?.status).toBe(404);
    expect((await foreign)?.body).toEqual((await unknown)?.body);
    for (const id of [theirs, nobodys])
      expect((await call(progress, { token, query: `?project_id=${id}` })).status).toBe(404);
  });

  it.each([
    [projects, '?nonsense=1'],
    [projects, '?client_id=0199aaaa-0000-7000-8000-000000000000'],
    [projects, '?limit=0'],
    [projects, '?status=active&status=planned'],
    [progress, '?project_id=a&project_id=b'],
    [progress, '?project_id=nonsense'],
    [dashboard, '?today=2020-01-01'],
  ] as const)('a query that is not understood is a 422 that names it (%#)', async (route, query) => {
    const { token } = await neighbours();
    const { status, body } = await call(route, { token, query });
    expect(status).toBe(422);
    expect(Object.keys(body.errors)).toEqual([/\?(\w+)/.exec(query)?.[1]]);
  });
});

describe('without access', () => {
  it('is told to sign in without a session or token, or with one that is not good', async () => {
    const { ours } = await neighbours();
    for (const credentials of [{}, { token: 'oriel_unknown' }, { headers: { authorization: 'Basic abc' } }])
      expect(statuses(await everyRoute(credentials, ours))).toEqual([401, 401, 401, 401]);
  });

  it.each(['admin', 'staff', 'super_admin'] as const)('is refused as %s', async (userType) => {
    const { ours } = await neighbours();
    const { email } = await createAccount(owner, { userType, password: false });
    expect(statuses(await everyRoute({ token: await tokenFor(owner, email) }, ours))).toEqual([403, 403, 403, 403]);
  });

  it('is refused as an employee of the very business', async () => {
    const { us, ours } = await neighbours();
    const { email } = await createEmployee(owner, us);
    expect(statuses(await everyRoute({ token: await tokenFor(owner, email) }, ours))).toEqual([403, 403, 403, 403]);
  });

  const endings: [string, number, (us: ClientFixture) => [string, unknown[]]][] = [
    ['the person is inactive', 401, ({ id }) => ['update users set is_active = false where id = $1', [id]]],
    ['the portal is off', 403, ({ id }) => ['update users set client_portal_enabled = false where id = $1', [id]]],
    [
      'the client is inactive',
      403,
      ({ clientId }) => ['update clients set is_active = false where id = $1', [clientId]],
    ],
    [
      'the business is suspended',
      403,
      ({ tenantId }) => ["update tenants set status = 'suspended', suspended_at = now() where id = $1", [tenantId]],
    ],
    [
      'the client was taken away',
      403,
      ({ id }) => ['update users set client_id = null, client_portal_enabled = false where id = $1', [id]],
    ],
  ];

  it.each(endings)('is out on the very next request: %s', async (_what, status, ending) => {
    const { us, ours, token } = await neighbours();
    const { cookie } = await signIn(owner, us.email);
    const ways = [{ token }, { headers: { cookie } }];
    for (const way of ways) expect(statuses(await everyRoute(way, ours))).toEqual([200, 200, 200, 200]);
    await owner.query(...ending(us));
    for (const way of ways) expect(new Set(statuses(await everyRoute(way, ours)))).toEqual(new Set([status]));
  });
});
