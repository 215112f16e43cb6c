import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { PATCH as change, DELETE as remove, GET as show } from '@/app/api/admin/projects/[id]/phases/[phaseId]/route';
import { POST as order } from '@/app/api/admin/projects/[id]/phases/order/route';
import { POST as add, GET as list } from '@/app/api/admin/projects/[id]/phases/route';
import { testDatabase } from '@/tests/support/database/database';
import { createSite } from '@/tests/support/fixtures/project-with-phases';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();

const site = (...names: string[]) => createSite(owner, ...names);

describe('adding a phase', () => {
  it('puts it last, not started, with a key made from its name', async () => {
    const { id, admin, addPhase, phases } = await site();
    const { status, body } = await addPhase({ name: 'Außenanlagen & Garten' });
    expect(status).toBe(201);
    expect(body.data).toEqual({
      id: body.data.id,
      project_id: id,
      key: 'aussenanlagen-garten',
      name: 'Außenanlagen & Garten',
      position: 0,
      status: 'not_started',
      percent: 0,
      weight: 1,
      planned_start_on: null,
      planned_end_on: null,
      actual_start_on: null,
      actual_end_on: null,
      baseline_start_on: null,
      baseline_end_on: null,
    });
    const second = await addPhase({
      name: 'Roof',
      planned_start_on: '2026-03-01',
      planned_end_on: '2026-03-29',
      weight: 3,
    });
    expect(second.body.data).toMatchObject({ position: 1, planned_end_on: '2026-03-29', weight: 3 });
    expect(await phases()).toEqual([body.data, second.body.data]);
    expect(await auditOf(owner, body.data.id)).toEqual([{ action: 'phase.added', actor_id: admin.id }]);
  });

  it('numbers a key that it makes, and refuses one that is named twice', async () => {
    const { addPhase, phases, addProject, clientId, admin } = await site();
    await addPhase({ name: 'Roof' });
    expect((await addPhase({ name: 'Roof' })).body.data.key).toBe('roof-2');
    const taken = await addPhase({ name: 'Another', key: 'roof' });
    expect([taken.status, taken.body.errors]).toEqual([422, { key: ['Another phase of this project has this key.'] }]);
    expect(await phases()).toHaveLength(2);
    const params = { id: await addProject(clientId) };
    const elsewhere = await call(add, { token: admin.token, params, body: { name: 'Roof', key: 'roof' } });
    expect(elsewhere.status).toBe(201);
  });

  it.each([
    [{ percent: 40 }, { status: 'in_progress', percent: 40 }],
    [{ status: 'completed' }, { status: 'completed', percent: 100 }],
    [
      { status: 'on_hold', percent: 10 },
      { status: 'on_hold', percent: 10 },
    ],
  ])('with %j makes it %j', async (input, state) => {
    const { addPhase } = await site();
    expect((await addPhase({ name: 'Roof', ...input })).body.data).toMatchObject(state);
  });

  it.each([
    [{ percent: 101 }, { percent: ['At most 100.'] }],
    [{ percent: -1 }, { percent: ['At least 0.'] }],
    [{ percent: 12.5 }, { percent: ['This must be a whole number.'] }],
    [{ percent: '50' }, { percent: ['This must be a number.'] }],
    [{ weight: 0 }, { weight: ['At least 1.'] }],
    [{ status: 'completed', percent: 99 }, { percent: ['A completed phase is at 100 percent.'] }],
    [{ status: 'not_started', percent: 1 }, { percent: ['A phase that has not started is at 0 percent.'] }],
    [
      { planned_start_on: '2026-05-02', planned_end_on: '2026-05-01' },
      { planned_end_on: ['The end lies before the start.'] },
    ],
    [
      { actual_start_on: '2026-05-02', actual_end_on: '2026-05-01' },
      { actual_end_on: ['The end lies before the start.'] },
    ],
    [{ planned_end_on: '2026-02-29' }, { planned_end_on: ['This is not a date (year-month-day).'] }],
    [{ key: 'Roof!' }, { key: ['Lower-case letters, digits and single hyphens only.'] }],
    [{ position: 0 }, { position: ['There is no such field.'] }],
  ])('refuses %j', async (input, errors) => {
    const { addPhase, phases } = await site();
    const answer = await addPhase({ name: 'Roof', ...input });
    expect([answer.status, answer.body.errors]).toEqual([422, errors]);
    expect(await phases()).toEqual([]);
  });
});

describe('permissions', () => {
  it('employees as well as admins', async () => {
    const { id, staff, ids } = await site('Walls', 'Roof');
    const [token, phaseId] = [staff.token, ids[0] ?? ''];
    expect((await call(add, { token, params: { id }, body: { name: 'Garden' } })).status).toBe(201);
    const patched = await call(change, { token, params: { id, phaseId }, method: 'PATCH', body: { percent: 5 } });
    expect(patched.status).toBe(200);
    expect((await call(remove, { token, params: { id, phaseId }, method: 'DELETE' })).status).toBe(204);
  });

  it('not another business, not a client, not nobody; and nothing changes', async () => {
    const { id, ids, phases, clientId, addPerson } = await site('Walls');
    const phaseId = ids[0] ?? '';
    const before = await phases();
    const foreigner = await site();
    const person = await addPerson('client', clientId);
    const visitors = [
      [foreigner.admin.token, 404],
      [person.token, 403],
      [undefined, 401],
    ] as const;
    for (const [token, status] of visitors) {
      const params = { id, phaseId };
      const answers = [
        await call(list, { token, params: { id } }),
        await call(add, { token, params: { id }, body: { name: 'Garden' } }),
        await call(order, { token, params: { id }, body: { phase_ids: ids } }),
        await call(show, { token, params }),
        await call(change, { token, params, method: 'PATCH', body: { percent: 50 } }),
        await call(remove, { token, params, method: 'DELETE' }),
      ];
      expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status));
    }
    expect(await phases()).toEqual(before);
  });

  it('a phase is found under its own project only', async () => {
    const { admin, clientId, ids, addProject } = await site('Walls');
    const params = { id: await addProject(clientId), phaseId: ids[0] ?? '' };
    const { token } = admin;
    expect((await call(show, { token, params })).status).toBe(404);
    expect((await call(change, { token, params, method: 'PATCH', body: { percent: 5 } })).status).toBe(404);
    expect((await call(remove, { token, params, method: 'DELETE' })).status).toBe(404);
    for (const phaseId of ['x', uuidv7()])
      expect((await call(show, { token, params: { ...params, phaseId } })).status).toBe(404);
  });
});
