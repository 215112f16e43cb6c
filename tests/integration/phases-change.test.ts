import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { DELETE as remove, GET as show } from '@/app/api/admin/projects/[id]/phases/[phaseId]/route';
import { GET as showProject } from '@/app/api/admin/projects/[id]/route';
import { testDatabase } from '@/tests/support/database/database';
import { createSite } from '@/tests/support/fixtures/project-with-phases';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();

const site = (...names: string[]) => createSite(owner, ...names);

describe('changing a phase', () => {
  it('lets the percent follow the status, the status the percent, and the project both', async () => {
    const { id, admin, ids, changePhase } = await site('Walls', 'Roof');
    const [walls = ''] = ids;
    const steps = [
      [{ percent: 30 }, { status: 'in_progress', percent: 30 }, 15],
      [{ status: 'on_hold' }, { status: 'on_hold', percent: 30 }, 15],
      [{ status: 'completed' }, { status: 'completed', percent: 100 }, 50],
      [{ percent: 90 }, { status: 'in_progress', percent: 90 }, 45],
      [{ percent: 0 }, { status: 'in_progress', percent: 0 }, 0],
      [{ status: 'in_progress', percent: 50 }, { status: 'in_progress', percent: 50 }, 25],
      [{ status: 'not_started' }, { status: 'not_started', percent: 0 }, 0],
    ] as const;
    for (const [input, state, progress] of steps) {
      expect((await changePhase(walls, input)).body.data).toMatchObject(state);
      const project = await call(showProject, { token: admin.token, params: { id } });
      expect(project.body.data.progress).toBe(progress);
    }
  });

  it('begins a planned project with its first progress, and dates the phase by the days of the change', async () => {
    const { id, admin, ids, changePhase } = await site('Walls');
    const [walls = ''] = ids;
    const status = async () => (await call(showProject, { token: admin.token, params: { id } })).body.data.status;
    expect(await status()).toBe('planned');
    await changePhase(walls, { name: 'Outer walls' });
    expect(await status()).toBe('planned');
    const begun = await changePhase(walls, { percent: 5 });
    expect(await status()).toBe('active');
    const day = begun.body.data.actual_start_on;
    expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const done = await changePhase(walls, { percent: 100 });
    expect(done.body.data).toMatchObject({ status: 'completed', actual_start_on: day, actual_end_on: day });
    const again = await changePhase(walls, { percent: 95 });
    expect(again.body.data).toMatchObject({ status: 'in_progress', actual_start_on: day, actual_end_on: null });
    expect((await auditOf(owner, id)).map(({ action }) => action)).toContain('project.status_changed');
  });

  it.each([
    [{ status: 'in_progress', percent: 100 }, { percent: ['A phase at 100 percent is completed.'] }],
    [
      { status: 'on_hold', actual_end_on: '2026-05-02' },
      { actual_end_on: ['Only a completed phase has an actual end.'] },
    ],
    [
      { status: 'not_started', actual_start_on: '2026-05-02' },
      { actual_start_on: ['A phase that has not started has no actual start.'] },
    ],
  ])('refuses %j, which contradicts itself', async (input, errors) => {
    const { ids, changePhase } = await site('Walls');
    const answer = await changePhase(ids[0] ?? '', input);
    expect([answer.status, answer.body.errors]).toEqual([422, errors]);
  });

  it('leaves what is not named, and takes a date away with null', async () => {
    const { ids, changePhase } = await site('Walls');
    const [walls = ''] = ids;
    await changePhase(walls, { name: 'Outer walls', planned_start_on: '2026-04-01', planned_end_on: '2026-05-01' });
    const { body } = await changePhase(walls, { planned_start_on: null, weight: 5 });
    expect(body.data).toMatchObject({
      name: 'Outer walls',
      key: 'walls',
      weight: 5,
      planned_start_on: null,
      planned_end_on: '2026-05-01',
    });
    expect((await auditOf(owner, walls)).map(({ action }) => action)).toEqual([
      'phase.added',
      'phase.changed',
      'phase.changed',
    ]);
  });

  it('refuses what contradicts what stays, and writes nothing of it', async () => {
    const { ids, changePhase, phases } = await site('Walls', 'Roof');
    const [walls = ''] = ids;
    await changePhase(walls, { status: 'completed', planned_start_on: '2026-05-02' });
    const before = await phases();
    for (const [input, field] of [
      [{ name: 'Other', planned_end_on: '2026-05-01' }, 'planned_end_on'],
      [{ name: 'Other', status: 'completed', percent: 60 }, 'percent'],
      [{ name: 'Other', key: 'roof' }, 'key'],
      [{ name: null }, 'name'],
      [{ name: 'Other', percent: 101 }, 'percent'],
    ] as const) {
      const answer = await changePhase(walls, input);
      expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, [field]]);
    }
    expect(await phases()).toEqual(before);
    expect((await changePhase(walls, { key: 'walls' })).status).toBe(200);
  });
});

describe('removing a phase', () => {
  it('takes it out of list and progress, and leaves its photos with the project', async () => {
    const { id, admin, clientId, ids, phases } = await site('Walls', 'Roof');
    const phaseId = ids[0] ?? '';
    const photo = uuidv7();
    const params = { id, phaseId };
    await owner.query(
      `insert into photos (id, tenant_id, client_id, project_id, phase_id, width, height, placeholder, uploaded_by_id, updated_at)
       select $1, tenant_id, client_id, project_id, id, 1, 1, '', $3, now() from phases where id = $2`,
      [photo, phaseId, admin.id],
    );
    const answer = await call(remove, { token: admin.token, params, method: 'DELETE' });
    expect([answer.status, answer.body]).toEqual([204, null]);
    expect((await phases()).map(({ name }: { name: string }) => name)).toEqual(['Roof']);
    expect((await call(show, { token: admin.token, params })).status).toBe(404);
    const { rows } = await owner.query('select client_id, project_id, phase_id from photos where id = $1', [photo]);
    expect(rows).toEqual([{ client_id: clientId, project_id: id, phase_id: null }]);
    expect((await auditOf(owner, phaseId)).map(({ action }) => action)).toEqual(['phase.added', 'phase.removed']);
  });
});
