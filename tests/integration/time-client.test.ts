import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { PATCH as changeProject } from '@/app/api/admin/projects/[id]/route';
import { GET as dashboard } from '@/app/api/client/dashboard/route';
import { GET as exported } from '@/app/api/client/time-entries/export/route';
import { GET } from '@/app/api/client/time-entries/route';
import { identifySession } from '@/lib/auth/identify';
import { today as todayIn } from '@/lib/dates';
import { testDatabase } from '@/tests/support/database/database';
import { createTimeEntry } from '@/tests/support/factories/money';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { signIn } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();
const tenant = await createTestTenant(owner);
const { admin, staff } = tenant;
const okafor = await tenant.addClient();
const jane = await tenant.addPerson('client', okafor);
const ravi = await tenant.addPerson('client', await tenant.addClient('Rao villa'));
const house = await tenant.addProject(okafor);
const author = { id: staff.id, name: staff.name };
const add = (projectId: string, wishes: object = {}) =>
  createTimeEntry(owner, { tenantId: tenant.id, clientId: okafor, id: projectId }, author, wishes);
const list = (query = '', token = jane.token) => call(GET, { token, query });
const csv = async (query = '') => {
  const { NextRequest } = await import('next/server');
  const headers = { authorization: `Bearer ${jane.token}` };
  return (await exported(new NextRequest(`http://localhost:3000/api/test${query}`, { headers }), {})).text();
};
const show = (id: string, hoursShown: string) =>
  call(changeProject, { token: staff.token, params: { id }, body: { hours_shown: hoursShown }, method: 'PATCH' });

describe('the hours of a client', () => {
  it('have the named fields and sums over all that match, never over a page', async () => {
    await add(house, { workedOn: '2026-03-02', minutes: 50, description: 'Roof', billable: false });
    await add(house, { workedOn: '2026-03-03', minutes: 70, description: 'Walls' });
    const { body } = await list('?limit=1');
    expect(body.data).toEqual([
      {
        ...{ id: expect.any(String), project_id: house, project_name: 'House', worked_on: '2026-03-03', minutes: 70 },
        ...{ description: 'Walls', person_name: staff.name, billable: true },
      },
    ]);
    expect(body.totals).toEqual({ count: 2, minutes: 120, billable_minutes: 70 });
    const next = (await list(`?limit=1&cursor=${body.next_cursor}`)).body;
    expect(next.data.map(({ worked_on }: { worked_on: string }) => worked_on)).toEqual(['2026-03-02']);
    expect([next.next_cursor, next.totals.count]).toEqual([null, 2]);
  });

  it('are those of the own client only', async () => {
    expect((await list('', ravi.token)).body).toMatchObject({ data: [], totals: { count: 0, minutes: 0 } });
    expect((await list(`?project_id=${house}`, ravi.token)).status).toBe(404);
    expect((await list('', admin.token)).status).toBe(403);
    expect((await call(GET)).status).toBe(401);
  });

  it.each([
    ['?date_from=2026-02-30', ['date_from']],
    ['?date_from=2026-03-02&date_to=2026-03-01', ['date_to']],
    ['?project_id=x', ['project_id']],
    ['?user_id=01a22c3e-732d-7053-8701-fb5f15055b60', ['user_id']],
    ['?limit=201', ['limit']],
    ['?cursor=x', ['cursor']],
  ])('%s is refused on its field', async (query, fields) => {
    const { status, body } = await list(query);
    expect([status, Object.keys(body.errors)]).toEqual([422, fields]);
  });

  it('an unknown project is not found', async () => {
    expect((await list(`?project_id=${uuidv7()}`)).status).toBe(404);
  });

  it('on the day the clock goes back are of that day, in list and CSV, wherever the server is', async () => {
    expect(process.env.TZ).toBe('Pacific/Chatham');
    const shed = await tenant.addProject(okafor);
    const { id } = await add(shed, { workedOn: '2026-10-25', description: 'Clock' });
    const on = async (day: string) => (await list(`?project_id=${shed}&date_from=${day}&date_to=${day}`)).body.data;
    expect(await on('2026-10-24')).toEqual([]);
    expect(await on('2026-10-25')).toMatchObject([{ id, worked_on: '2026-10-25' }]);
    expect(await on('2026-10-26')).toEqual([]);
    const both = '&date_from=2026-10-25&date_to=2026-10-25';
    expect((await list(`?project_id=${shed}${both}`)).body.totals.count).toBe(1);
    expect(await csv(`?project_id=${shed}`)).toContain('\r\n2026-10-25,House,');
  });
});

describe('what a project shows of its hours', () => {
  it('totals are dates and minutes without person and description, in list, CSV and dashboard', async () => {
    const garden = await tenant.addProject(okafor);
    const month = todayIn('UTC').slice(0, 7);
    await add(garden, { workedOn: `${month}-01`, minutes: 33, description: 'Secret hedge' });
    const body = await show(garden, 'totals');
    expect(body.body.data.hours_shown).toBe('totals');
    expect((await list(`?project_id=${garden}`)).body.data).toMatchObject([
      { minutes: 33, description: null, person_name: null, worked_on: `${month}-01` },
    ]);
    expect(await csv(`?project_id=${garden}`)).toContain(`\r\n${month}-01,House,,33,0.55,,Yes\r\n`);
    const { time_entries } = (await call(dashboard, { token: jane.token })).body.data;
    expect(JSON.stringify(time_entries)).not.toContain('hedge');
    expect(time_entries.latest).toMatchObject([{ minutes: 33, person_name: null }]);
  });

  it('hidden ones are in no list and no sum, and come back when they are shown again', async () => {
    const pool = await tenant.addProject(okafor);
    await add(pool, { workedOn: '2026-04-01', minutes: 44, description: 'Dig' });
    const spring = '?date_from=2026-04-01&date_to=2026-04-30';
    expect((await list(spring)).body.totals.minutes).toBe(44);
    await show(pool, 'hidden');
    expect((await list(spring)).body).toMatchObject({ data: [], totals: { count: 0, minutes: 0 } });
    expect(await csv(spring)).not.toContain('Dig');
    await show(pool, 'entries');
    expect((await list(spring)).body.data).toMatchObject([{ description: 'Dig', person_name: staff.name }]);
    expect((await show(pool, 'some')).status).toBe(422);
  });

  it('decides whether the pages of the client offer hours', async () => {
    const client = await tenant.addClient('Hidden');
    const person = await tenant.addPerson('client', client);
    const { sessionId } = await signIn(owner, person.email);
    const offers = async () => (await identifySession(sessionId))?.hasHours;
    expect(await offers()).toBe(false);
    const project = await tenant.addProject(client);
    await createTimeEntry(owner, { tenantId: tenant.id, clientId: client, id: project }, author);
    expect(await offers()).toBe(true);
    await show(project, 'hidden');
    expect(await offers()).toBe(false);
  });
});
