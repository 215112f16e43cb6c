import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { createPlannedProject } from '@/tests/support/fixtures/planned-project';
import { auditOf } from '@/tests/support/fixtures/tenant';

const { owner } = await testDatabase();

const may = { planned_start_on: '2027-05-03', planned_end_on: '2027-05-28' };
const june = { planned_start_on: '2027-06-07', planned_end_on: '2027-06-25' };
const asPlan = { baseline_start_on: may.planned_start_on, baseline_end_on: may.planned_end_on };

describe('the plan of a project', () => {
  it('is what was planned when it began', async () => {
    const { add, move, project, history, changeProject } = await createPlannedProject(owner, 'planned');
    const phase = await add(may);
    expect(phase).toMatchObject({ baseline_start_on: null, baseline_end_on: null });
    const { status, body } = await move(phase.id, { planned_end_on: '2027-05-21' });
    expect([status, body.data.planned_end_on]).toEqual([200, '2027-05-21']);
    expect(await project()).toMatchObject({ schedule: { plan_on: null, forecast_on: '2027-05-21', slip_days: null } });
    await changeProject({ status: 'active' });
    expect(await project()).toMatchObject({
      phases: [{ baseline_start_on: '2027-05-03', baseline_end_on: '2027-05-21' }],
      schedule: { plan_on: '2027-05-21', forecast_on: '2027-05-21', slip_days: 0 },
    });
    expect((await history(phase.id)).data).toMatchObject([
      { kind: 'baseline', from_end_on: null, to_end_on: '2027-05-21', reason: null },
      { kind: 'move', from_end_on: '2027-05-28', to_end_on: '2027-05-21', reason: null },
    ]);
  });

  it('begins with the first progress of a phase, with the dates that came with it', async () => {
    const { add, move, project } = await createPlannedProject(owner, 'planned');
    const phase = await add(may);
    await move(phase.id, { percent: 10, planned_end_on: '2027-05-30' });
    expect(await project()).toMatchObject({ status: 'active', phases: [{ baseline_end_on: '2027-05-30' }] });
  });

  it('takes in a phase that is added later, and a date as soon as it is known', async () => {
    const { add, move } = await createPlannedProject(owner);
    expect(await add(may)).toMatchObject(asPlan);
    const open = await add({ name: 'Garden' });
    await move(open.id, { planned_start_on: '2027-05-03' });
    const { body } = await move(open.id, { planned_end_on: '2027-05-28' });
    expect(body.data).toMatchObject(asPlan);
  });

  it('is set anew with a reason, and the one before is kept', async () => {
    const { add, move, setPlan, history, project, projectId } = await createPlannedProject(owner);
    const { id } = await add(may);
    await move(id, june);
    expect((await setPlan({})).body.errors).toEqual({ reason: ['Please fill this in.'] });
    const { status, body } = await setPlan({ reason: 'client_decision', reason_note: 'A bigger roof.' });
    expect([status, body.data.schedule.slip_days]).toEqual([200, 0]);
    expect((await project()).phases).toMatchObject([{ baseline_end_on: '2027-06-25', planned_end_on: '2027-06-25' }]);
    expect((await history(id)).data[0]).toMatchObject({
      ...{ kind: 'baseline', from_end_on: '2027-05-28', to_end_on: '2027-06-25' },
      ...{ reason: 'client_decision', note: 'A bigger roof.', changed_by_name: expect.any(String) },
    });
    expect((await setPlan({ reason: 'us' })).status).toBe(409);
    expect((await auditOf(owner, projectId)).map(({ action }) => action)).toContain('project.replanned');
    const { setPlan: ofPlanned } = await createPlannedProject(owner, 'planned');
    expect((await ofPlanned({ reason: 'us' })).status).toBe(409);
  });
});

describe('a planned date that moves', () => {
  it('is kept with who, when, from, to and why', async () => {
    const { add, move, history, staff, project } = await createPlannedProject(owner);
    const { id } = await add(may);
    const before = new Date(Date.now() - 1).toISOString();
    const { status, body } = await move(id, { ...june, reason: 'weather', reason_note: ' Storms. ' });
    expect([status, body.data]).toMatchObject([200, { ...june, ...asPlan }]);
    const [moved, plan] = (await history(id)).data;
    expect(moved).toEqual({
      ...{ id: expect.any(String), phase_id: id, phase_name: 'Roof', kind: 'move' },
      ...{ from_start_on: '2027-05-03', from_end_on: '2027-05-28', to_start_on: '2027-06-07', to_end_on: '2027-06-25' },
      ...{ reason: 'weather', note: 'Storms.', changed_by_name: staff.name, created_at: expect.any(String) },
    });
    expect(moved.created_at > before).toBe(true);
    expect(plan).toMatchObject({ kind: 'baseline', reason: null });
    expect((await project()).schedule).toEqual({ plan_on: '2027-05-28', forecast_on: '2027-06-25', slip_days: 28 });
    const audit = (await auditOf(owner, id)).map(({ action }) => action);
    expect(audit).toEqual(['phase.added', 'phase.changed', 'phase.rescheduled']);
  });

  it('tells the people of the client once per save', async () => {
    const { add, move, person, stranger, noticesOf } = await createPlannedProject(owner);
    const { id } = await add(may);
    await move(id, { ...june, reason: 'supplier' });
    const told = (await noticesOf(person)).data;
    expect(told.map(({ kind, text }: { kind: string; text: string }) => [kind, text])).toEqual([
      ['phase_rescheduled', '“Roof” in House now ends on Jun 25, 2027'],
    ]);
    await move(id, { planned_start_on: '2027-06-08' });
    expect((await noticesOf(person)).data[0].text).toBe('“Roof” in House now starts on Jun 8, 2027');
    expect((await noticesOf(stranger)).data).toEqual([]);
    await move(id, { name: 'The roof', weight: 2, planned_end_on: '2027-06-25' });
    expect((await noticesOf(person)).data).toHaveLength(1);
  });

  it.each([
    [{ reason: 'holidays' }, 'reason'],
    [{ reason: 'weather', reason_note: 'x'.repeat(501) }, 'reason_note'],
    [{ planned_end_on: '2027-02-29', reason: 'weather' }, 'planned_end_on'],
    [{ planned_end_on: '2027-05-02', reason: 'weather' }, 'planned_end_on'],
  ])('is refused with %j, and nothing is kept', async (body, field) => {
    const { add, move, history } = await createPlannedProject(owner);
    const { id } = await add(may);
    const answer = await move(id, { planned_end_on: '2027-06-25', ...body });
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, [field]]);
    expect((await history(id)).data).toHaveLength(1);
  });

  it('without a reason is taken from programs, and a reason without a move is not kept', async () => {
    const { add, move, history } = await createPlannedProject(owner);
    const { id } = await add(may);
    await move(id, { planned_end_on: '2027-06-25' });
    await move(id, { name: 'The roof', reason: 'weather' });
    expect((await history(id)).data.map(({ kind, reason }: Record<string, unknown>) => [kind, reason])).toEqual([
      ['move', null],
      ['baseline', null],
    ]);
  });

  it('stays in the history of a phase that is removed', async () => {
    const { add, move, remove, history, ownHistory } = await createPlannedProject(owner);
    const { id } = await add(may);
    await move(id, { ...june, reason: 'us' });
    expect((await remove(id)).status).toBe(204);
    const kinds = (await history(id)).data.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(['removal', 'move', 'baseline']);
    expect((await ownHistory(id)).body.data).toHaveLength(3);
  });
});

describe('the history of planned dates', () => {
  it('is for the people of the client, from the plan on, and for nobody else', async () => {
    const { add, move, changeProject, ownHistory, ownProject, relative, stranger } = await createPlannedProject(
      owner,
      'planned',
    );
    const { id } = await add(may);
    await move(id, { planned_end_on: '2027-05-30' });
    expect((await ownHistory(id)).body.data).toEqual([]);
    await changeProject({ status: 'active' });
    await move(id, { ...june, reason: 'weather' });
    for (const by of [undefined, relative])
      expect((await ownHistory(id, by)).body.data).toMatchObject([{ kind: 'move' }, { kind: 'baseline' }]);
    expect((await ownHistory(id, stranger)).status).toBe(404);
    expect((await ownProject()).schedule).toEqual({ plan_on: '2027-05-30', forecast_on: '2027-06-25', slip_days: 26 });
  });

  it.each([
    ['the project', 'update projects set date_history_shown = false where id = $1'],
    [
      'the business',
      'update tenants set date_history_shown = false where id = (select tenant_id from projects where id = $1)',
    ],
  ])('is hidden from clients by %s, and so is the notification', async (_, hide) => {
    const made = await createPlannedProject(owner);
    const { id } = await made.add(may);
    await owner.query(hide, [made.projectId]);
    await made.move(id, { ...june, reason: 'us' });
    const { status, body } = await made.ownHistory(id);
    expect([status, body.data]).toEqual([200, []]);
    expect((await made.noticesOf(made.person)).data).toEqual([]);
    expect((await made.history(id)).data).toHaveLength(2);
    expect((await made.ownProject()).schedule.slip_days).toBe(28);
  });

  it('is read page by page', async () => {
    const { add, move, history } = await createPlannedProject(owner);
    const { id } = await add(may);
    for (const day of ['04', '05', '06', '07']) await move(id, { planned_start_on: `2027-05-${day}`, reason: 'other' });
    const first = await history(id, '?limit=3');
    const rest = await history(id, `?limit=3&cursor=${first.next_cursor}`);
    const starts = [...first.data, ...rest.data].map(({ to_start_on: on }: { to_start_on: string }) => on);
    expect(starts).toEqual(['2027-05-07', '2027-05-06', '2027-05-05', '2027-05-04', '2027-05-03']);
    expect(rest.next_cursor).toBeNull();
  });
});
