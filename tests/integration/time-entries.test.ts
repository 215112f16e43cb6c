import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { DELETE, GET as getOne, PATCH } from '@/app/api/admin/time-entries/[id]/route';
import { GET, POST } from '@/app/api/admin/time-entries/route';
import { addDays, today as todayIn } from '@/lib/dates';
import { testDatabase } from '@/tests/support/database/database';
import { createTimeEntry } from '@/tests/support/factories/money';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import { auditOf, createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();
const tenant = await createTestTenant(owner);
const { admin, staff } = tenant;
const clientId = await tenant.addClient();
const projectId = await tenant.addProject(clientId);
const today = todayIn('Europe/Lisbon');
const yesterday = addDays(today, -1);

const entry = (wishes: object = {}) => ({
  ...{ project_id: projectId, worked_on: yesterday, minutes: 30, description: 'Site visit' },
  ...wishes,
});
const enter = (wishes: object = {}, token = staff.token) => call(POST, { token, body: entry(wishes) });
const change = (id: string, body: object, token = staff.token) =>
  call(PATCH, { token, params: { id }, body, method: 'PATCH' });
const remove = (id: string, token = staff.token) => call(DELETE, { token, params: { id }, method: 'DELETE' });

describe('hours', () => {
  it('are entered in the own name and recorded', async () => {
    const { status, body } = await enter();
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      ...{ project_id: projectId, project_name: 'House', client_id: clientId, worked_on: yesterday, minutes: 30 },
      ...{ description: 'Site visit', billable: true, user_id: staff.id, person_name: staff.name },
      ...{ is_billed: false, invoice_id: null, invoice_number: null },
    });
    expect(await auditOf(owner, body.data.id)).toEqual([{ action: 'time_entry.entered', actor_id: staff.id }]);
  });

  it('are entered by an admin for a colleague, by staff for nobody else', async () => {
    const { body } = await enter({ user_id: staff.id, billable: false }, admin.token);
    expect(body.data).toMatchObject({ user_id: staff.id, person_name: staff.name, billable: false });
    expect((await enter({ user_id: staff.id })).status).toBe(201);
    const refused = await enter({ user_id: admin.id });
    expect([refused.status, Object.keys(refused.body.errors)]).toEqual([422, ['user_id']]);
  });

  it.each([
    ['of an unknown person', { user_id: uuidv7() }, 'user_id'],
    ['of an unknown project', { project_id: uuidv7() }, 'project_id'],
    ['of a day that does not exist', { worked_on: '2026-02-30' }, 'worked_on'],
    ['of the future', { worked_on: addDays(today, 2) }, 'worked_on'],
    ['of no minutes', { minutes: 0 }, 'minutes'],
    ['of negative minutes', { minutes: -30 }, 'minutes'],
    ['of half a minute', { minutes: 1.5 }, 'minutes'],
    ['of more than a day', { minutes: 1441 }, 'minutes'],
    ['of an unknown field', { cost: 1 }, 'cost'],
    ['without a description', { description: ' ' }, 'description'],
  ])('%s are refused on their field', async (_, wishes, field) => {
    const { status, body } = await enter(wishes, admin.token);
    expect([status, Object.keys(body.errors)]).toEqual([422, [field]]);
  });

  it('of a client, of another business, and before the project are refused', async () => {
    const person = await tenant.addPerson('client', clientId);
    expect((await enter({ user_id: person.id }, admin.token)).status).toBe(422);
    expect((await enter({}, person.token)).status).toBe(403);
    const elsewhere = await createTestTenant(owner);
    expect((await enter({}, elsewhere.admin.token)).status).toBe(422);
    const later = await tenant.addProject(clientId);
    await owner.query('update projects set starts_on = $2 where id = $1', [later, today]);
    expect((await enter({ project_id: later })).body.errors).toHaveProperty('worked_on');
    expect((await enter({ project_id: later, worked_on: today })).status).toBe(201);
  });

  it('of one person and date never exceed 24 hours, entered at once too', async () => {
    const person = await tenant.addPerson('staff');
    const many = await Promise.all([1, 2, 3, 4, 5].map(() => enter({ minutes: 400 }, person.token)));
    expect(many.map(({ status }) => status).sort()).toEqual([201, 201, 201, 422, 422]);
    const full = await enter({ minutes: 241 }, person.token);
    expect(full.body.errors.minutes[0]).toContain('240');
    expect((await enter({ minutes: 240 }, person.token)).status).toBe(201);
    expect((await enter({ minutes: 1440, worked_on: addDays(today, -2) }, person.token)).status).toBe(201);
    const own = (await enter({ minutes: 5, worked_on: today }, person.token)).body.data.id;
    expect((await change(own, { worked_on: yesterday }, person.token)).status).toBe(422);
    expect((await change(own, { minutes: 1440 }, person.token)).status).toBe(200);
  });

  it('change and go while they are unbilled: staff their own, an admin all', async () => {
    const { id } = (await enter()).body.data;
    const other = await tenant.addPerson('staff');
    expect((await change(id, { minutes: 45 }, other.token)).status).toBe(403);
    expect((await remove(id, other.token)).status).toBe(403);
    expect((await change(id, { minutes: 45, description: 'Measured' })).body.data).toMatchObject({ minutes: 45 });
    expect((await change(id, { billable: false }, admin.token)).body.data).toMatchObject({
      ...{ billable: false, description: 'Measured', user_id: staff.id },
    });
    expect((await remove(id)).status).toBe(204);
    expect((await call(getOne, { token: staff.token, params: { id } })).status).toBe(404);
    expect((await auditOf(owner, id)).map(({ action }) => action)).toEqual([
      ...['time_entry.entered', 'time_entry.changed', 'time_entry.changed', 'time_entry.removed'],
    ]);
  });

  it('move to a project of another client, with what that one shows', async () => {
    const { id } = (await enter()).body.data;
    const [client, hidden] = [await tenant.addClient('Rao'), uuidv7()];
    await owner.query(
      "insert into projects (id, tenant_id, client_id, name, hours_shown, updated_at) values ($1, $2, $3, 'Villa', 'hidden', now())",
      [hidden, tenant.id, client],
    );
    expect((await change(id, { project_id: hidden })).body.data).toMatchObject({ client_id: client });
    const { rows } = await owner.query('select hours_shown, shown_client_id from time_entries where id = $1', [id]);
    expect(rows).toEqual([{ hours_shown: 'hidden', shown_client_id: null }]);
  });

  it('that somebody else changed meanwhile are not changed by who saw the old ones', async () => {
    const { id } = (await enter()).body.data;
    const seen = (await call(getOne, { token: staff.token, params: { id } })).headers.get('etag') ?? '';
    await change(id, { minutes: 31 }, admin.token);
    const headers = { 'if-match': seen };
    const late = await call(PATCH, {
      token: staff.token,
      params: { id },
      body: { minutes: 32 },
      method: 'PATCH',
      headers,
    });
    expect(late.status).toBe(409);
  });
});

describe('billed hours', () => {
  it('stay, and name their invoice to admins', async () => {
    const invoices = invoicesOf(admin.token);
    const { id } = (await enter()).body.data;
    const draft = await invoices.draft({ client_id: clientId, lines: [line({ time_entry_ids: [id] })] });
    expect((await change(id, { minutes: 1 }, admin.token)).body.detail).toContain('draft');
    await invoices.issue(draft.body.data.id);
    const seen = (await call(getOne, { token: admin.token, params: { id } })).body.data;
    expect(seen).toMatchObject({ is_billed: true, invoice_id: draft.body.data.id });
    for (const refused of [await change(id, { minutes: 1 }, admin.token), await remove(id, admin.token)]) {
      expect(refused.status).toBe(409);
      expect(refused.body.detail).toContain(seen.invoice_number);
    }
    const forStaff = await change(id, { minutes: 1 });
    expect([forStaff.status, forStaff.body.detail.includes(seen.invoice_number)]).toEqual([409, false]);
    const shown = (await call(getOne, { token: staff.token, params: { id } })).body.data;
    expect(shown).toMatchObject({ is_billed: true, invoice_id: null, invoice_number: null });
    await expect(owner.query('update time_entries set minutes = 1 where id = $1', [id])).rejects.toThrow(
      'billed hours',
    );
  });
});

describe('the list of the team', () => {
  it('is filtered by project, person, dates and billing, with sums over all that match', async () => {
    const project = await tenant.addProject(clientId);
    const day = { worked_on: yesterday };
    for (const [person, minutes, billable] of [
      [staff, 10, true],
      [staff, 20, false],
      [admin, 40, true],
    ] as const)
      await enter({ ...day, project_id: project, minutes, billable }, person.token);
    const list = async (query: string) => (await call(GET, { token: staff.token, query })).body;
    const all = await list(`?project_id=${project}&limit=1`);
    expect(all.data).toHaveLength(1);
    expect(all.totals).toEqual({ count: 3, minutes: 70, billable_minutes: 50 });
    expect((await list(`?project_id=${project}&user_id=${staff.id}`)).totals.minutes).toBe(30);
    expect((await list(`?project_id=${project}&billed=no`)).totals.count).toBe(2);
    expect((await list(`?project_id=${project}&billed=yes`)).totals.count).toBe(0);
    expect((await list(`?project_id=${project}&date_from=${today}`)).totals.count).toBe(0);
    expect((await call(GET, { token: staff.token, query: `?project_id=${uuidv7()}` })).status).toBe(404);
    const backwards = `?date_from=${today}&date_to=${yesterday}`;
    expect(Object.keys((await call(GET, { token: staff.token, query: backwards })).body.errors)).toEqual(['date_to']);
  });

  it('holds nothing of another business', async () => {
    const elsewhere = await createTestTenant(owner);
    const place = { tenantId: elsewhere.id, clientId: await elsewhere.addClient() };
    const id = await elsewhere.addProject(place.clientId);
    const foreign = await createTimeEntry(owner, { ...place, id }, { id: elsewhere.staff.id, name: 'Eve' });
    expect((await call(GET, { token: admin.token, query: `?project_id=${id}` })).status).toBe(404);
    expect((await remove(foreign.id, admin.token)).status).toBe(404);
    expect((await call(GET, { token: elsewhere.admin.token })).body.totals.count).toBe(1);
  });
});
