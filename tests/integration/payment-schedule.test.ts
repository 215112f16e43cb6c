import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { createPhase } from '@/tests/support/factories/identity';
import { invoicesOf } from '@/tests/support/fixtures/invoices';
import { scheduleOf } from '@/tests/support/fixtures/schedules';
import { auditOf, createTestTenant } from '@/tests/support/fixtures/tenant';

const { owner } = await testDatabase();
const tenant = await createTestTenant(owner);
const { admin, staff } = tenant;
const clientId = await tenant.addClient();
const person = await tenant.addPerson('client', clientId);
const stranger = await tenant.addPerson('client', await tenant.addClient('Rao villa'));
const invoices = invoicesOf(admin.token);

/** A project worth 10,000.00 with a completed phase and one under way. */
async function addProject() {
  const id = await tenant.addProject(clientId);
  await owner.query('update projects set contract_value_minor = 1000000 where id = $1', [id]);
  const place = { tenantId: tenant.id, clientId, id };
  const done = await createPhase(owner, place, { name: 'Roof', status: 'completed', percent: 100 });
  const open = await createPhase(owner, place, { name: 'Walls', plannedEndOn: '2026-12-24' });
  return { id, done, open, api: scheduleOf(admin.token, id) };
}
type Answer = { id: string; state: string; [field: string]: unknown };

/** A project with a deposit, a fixed amount at the completed phase, and the rest at the open one. */
async function scheduled() {
  const project = await addProject();
  const { body } = await project.api.set([
    { title: 'Deposit', percent: '10', due_on: '2199-01-01' },
    { phase_id: project.done.id, amount: '2500.00' },
    { phase_id: project.open.id, title: 'Rest', percent: '65' },
  ]);
  const rows: Answer[] = body.data.instalments;
  const [deposit, roof, rest] = rows;
  if (!deposit || !roof || !rest) throw new Error(JSON.stringify(body));
  return { ...project, deposit, roof, rest };
}

describe('a payment schedule', () => {
  it('is answered with amounts, states and its sum against the contract value, and recorded', async () => {
    const { id, api, done, open } = await scheduled();
    const { body } = await api.read();
    expect(body.data).toMatchObject({ contract_value: '10000.00', scheduled: '10000.00', currency: 'EUR' });
    expect(body.data.instalments).toMatchObject([
      { title: 'Deposit', percent: '10', amount: '1000.00', state: 'planned', expected_on: '2199-01-01' },
      { title: 'Roof', percent: null, amount: '2500.00', state: 'due', phase_id: done.id, phase_name: 'Roof' },
      {
        title: 'Rest',
        percent: '65',
        amount: '6500.00',
        state: 'planned',
        phase_id: open.id,
        expected_on: '2026-12-24',
      },
    ]);
    expect(await auditOf(owner, id)).toEqual([{ action: 'payment_schedule.changed', actor_id: admin.id }]);
  });

  it('keeps the rows that are named, in the order that is sent, and drops the others', async () => {
    const { api, deposit, rest } = await scheduled();
    const named = { id: deposit.id, title: 'Down payment', percent: '20' };
    const { body } = await api.set([{ id: rest.id, title: 'Rest', percent: '80' }, named]);
    expect(body.data.instalments.map(({ id, title }: Answer) => [id, title])).toEqual([
      [rest.id, 'Rest'],
      [deposit.id, 'Down payment'],
    ]);
    expect((await api.set([])).body.data.instalments).toEqual([]);
  });

  it.each([
    ['neither size', { title: 'A' }, 'instalments.0.percent'],
    ['both sizes', { title: 'A', percent: '1', amount: '1' }, 'instalments.0.amount'],
    ['no title and no phase', { percent: '1' }, 'instalments.0.title'],
    ['a share of nothing', { title: 'A', percent: '0' }, 'instalments.0.percent'],
    ['a share above the whole', { title: 'A', percent: '100.0001' }, 'instalments.0.percent'],
    ['an amount of nothing', { title: 'A', amount: '0' }, 'instalments.0.amount'],
    ['an amount with too many decimals', { title: 'A', amount: '0.001' }, 'instalments.0.amount'],
    ['an amount beyond all', { title: 'A', amount: '99999999999999.00' }, 'instalments.0.amount'],
    ['an unknown row', { id: uuidv7(), title: 'A', percent: '1' }, 'instalments.0.id'],
    ['an unknown phase', { phase_id: uuidv7(), percent: '1' }, 'instalments.0.phase_id'],
    ['a date outside reason', { title: 'A', percent: '1', due_on: '1492-10-12' }, 'instalments.0.due_on'],
  ])('with %s is refused on its field', async (_, instalment, field) => {
    const { api } = await addProject();
    const { status, body } = await api.set([instalment]);
    expect([status, Object.keys(body.errors)]).toEqual([422, [field]]);
    expect((await api.read()).body.data.instalments).toEqual([]);
  });

  it('takes no phase and no row of another project, and no share without a contract value', async () => {
    const [one, other] = [await addProject(), await scheduled()];
    expect((await one.api.set([{ phase_id: other.done.id, percent: '1' }])).status).toBe(422);
    expect((await one.api.set([{ id: other.deposit.id, title: 'A', percent: '1' }])).status).toBe(422);
    await owner.query('update projects set contract_value_minor = null where id = $1', [one.id]);
    const { status, body } = await one.api.set([{ title: 'A', percent: '1' }]);
    expect([status, Object.keys(body.errors)]).toEqual([422, ['instalments.0.percent']]);
  });

  it('that changed meanwhile is a conflict', async () => {
    const { api } = await scheduled();
    const { headers } = await api.read();
    const seen = { 'if-match': headers.get('etag') ?? '' };
    expect((await api.set([{ title: 'A', percent: '1' }], seen)).status).toBe(200);
    expect((await api.set([{ title: 'B', percent: '1' }], seen)).status).toBe(409);
  });

  it('is for admins to set, for the client to read, and for nobody else', async () => {
    const { id } = await scheduled();
    expect((await scheduleOf(person.token, id).own()).body.data.instalments.length).toBe(3);
    expect((await scheduleOf(stranger.token, id).own()).status).toBe(404);
    for (const { token } of [staff, person]) {
      expect((await scheduleOf(token, id).read()).status).toBe(403);
      expect((await scheduleOf(token, id).set([])).status).toBe(403);
    }
    const elsewhere = await createTestTenant(owner);
    expect((await scheduleOf(elsewhere.admin.token, id).set([])).status).toBe(404);
  });
});

describe('the invoice of an instalment', () => {
  it('is drafted once, with one line without tax; the client learns of it when it is issued, and when it is paid', async () => {
    const { id, api, deposit } = await scheduled();
    const { status, body } = await api.invoice(deposit.id);
    expect([status, body.data]).toMatchObject([
      201,
      { status: 'draft', project_id: id, net: '1000.00', prices_include_tax: false },
    ]);
    expect(body.data.lines).toMatchObject([{ description: 'Deposit: 10% of the contract value', amount: '1000.00' }]);
    expect((await api.invoice(deposit.id)).status).toBe(409);
    const own = scheduleOf(person.token, id).own;
    const first = async (read: () => ReturnType<typeof own>) => (await read()).body.data.instalments[0];
    expect(await first(api.read)).toMatchObject({ state: 'drafted', invoice_id: body.data.id, invoiced: '1000.00' });
    expect(await first(own)).toMatchObject({ state: 'planned', invoice_id: null, invoiced: null });
    const issued = (await invoices.issue(body.data.id)).body.data;
    expect(await first(own)).toMatchObject({ state: 'invoiced', invoice_number: issued.number });
    await owner.query(`update invoices set paid_minor = total_minor where id = $1`, [issued.id]);
    expect(await first(own)).toMatchObject({ state: 'paid' });
  });

  it('lets the instalment go when its draft is deleted or loses the line, and when it is voided', async () => {
    const { api, roof } = await scheduled();
    const invoiced = async () => (await api.invoice(roof.id)).body.data.id as string;
    const state = async () => (await api.read()).body.data.instalments[1].state;
    await invoices.remove(await invoiced());
    expect(await state()).toBe('due');
    const other = { description: 'Something else', quantity: '1', unit_price: '1.00' };
    expect((await invoices.change(await invoiced(), { lines: [other] })).status).toBe(200);
    expect(await state()).toBe('due');
    const id = await invoiced();
    await invoices.issue(id);
    expect(await state()).toBe('invoiced');
    await invoices.cancel(id);
    expect(await state()).toBe('due');
    expect((await api.invoice(roof.id)).status).toBe(201);
  });

  it('keeps its instalment in the schedule, with its size', async () => {
    const { api, deposit, roof, rest } = await scheduled();
    await api.invoice(roof.id);
    const others = [
      { id: deposit.id, title: 'Deposit', percent: '10' },
      { id: rest.id, title: 'Rest', percent: '65' },
    ];
    const gone = await api.set(others);
    expect([gone.status, Object.keys(gone.body.errors)]).toEqual([422, ['instalments']]);
    const changed = await api.set([...others, { id: roof.id, title: 'Roof', amount: '2500.01' }]);
    expect([changed.status, Object.keys(changed.body.errors)]).toEqual([422, ['instalments.2.amount']]);
    const renamed = await api.set([...others, { id: roof.id, title: 'Roof and gutters', amount: '2500.00' }]);
    expect(renamed.body.data.instalments[2]).toMatchObject({ title: 'Roof and gutters', state: 'drafted' });
  });

  it('is made once by two admins at the same time', async () => {
    const { api, roof } = await scheduled();
    const answers = await Promise.all([1, 2, 3, 4].map(() => api.invoice(roof.id)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
  });

  it('of a share needs a contract value', async () => {
    const { id, api, deposit } = await scheduled();
    await owner.query('update projects set contract_value_minor = null where id = $1', [id]);
    expect((await api.read()).body.data.instalments[0]).toMatchObject({ amount: null });
    expect((await api.invoice(deposit.id)).status).toBe(409);
  });

  it('outlives the phase, which leaves the title', async () => {
    const { api, done } = await scheduled();
    await owner.query('delete from phases where id = $1', [done.id]);
    expect((await api.read()).body.data.instalments[1]).toMatchObject({ title: 'Roof', phase_id: null });
  });
});
