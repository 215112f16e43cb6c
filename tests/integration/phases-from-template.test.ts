import { describe, expect, it } from 'vitest';
import { POST as create } from '@/app/api/admin/phase-templates/route';
import { POST as addFrom } from '@/app/api/admin/projects/[id]/phases/from-template/route';
import { GET as phasesOf } from '@/app/api/admin/projects/[id]/phases/route';
import { read, write } from '@/lib/authz/scope';
import { today } from '@/lib/dates';
import { keepPhasesAsTemplate } from '@/lib/projects/templates/commands';
import { listPhaseTemplates } from '@/lib/projects/templates/queries';
import { testDatabase } from '@/tests/support/database/database';
import { createPhaseTemplate } from '@/tests/support/factories/records';
import { createSite } from '@/tests/support/fixtures/project-with-phases';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

const site = (...names: string[]) => createSite(owner, ...names);

const garden = [
  { name: 'Beds', weight: 2, days: 10 },
  { name: 'Rest', weight: 1, days: null },
  { name: 'Lawn', weight: 3, days: 5 },
];

describe('phases from a template', () => {
  const spans = (phases: { name: string; planned_start_on: string; planned_end_on: string }[]) =>
    phases.map((phase) => [phase.name, phase.planned_start_on, phase.planned_end_on]);

  it('are laid one after the other, not started, with keys of their own and an event each', async () => {
    const { id, staff, admin } = await site();
    const template = (await call(create, { token: admin.token, body: { name: 'Garden', phases: garden } })).body.data;
    const body = { template: `own:${template.id}`, starts_on: '2027-02-22' };
    const { status, body: added } = await call(addFrom, { token: staff.token, params: { id }, body });
    expect(status).toBe(201);
    expect(spans(added.data)).toEqual([
      ['Beds', '2027-02-22', '2027-03-03'],
      ['Rest', null, null],
      ['Lawn', '2027-03-04', '2027-03-08'],
    ]);
    expect(added.data[2]).toMatchObject({ key: 'lawn', weight: 3, position: 2, status: 'not_started', percent: 0 });
    for (const phase of added.data)
      expect(await auditOf(owner, phase.id)).toEqual([{ action: 'phase.added', actor_id: staff.id }]);
  });

  it('follow the phases that are there, with the next free keys', async () => {
    const { id, admin, addPhase, phases } = await site();
    await addPhase({ name: 'Lawn', planned_start_on: '2027-01-01', planned_end_on: '2027-01-31' });
    const template = (await call(create, { token: admin.token, body: { name: 'Garden', phases: garden } })).body.data;
    const body = { template: `own:${template.id}` };
    await call(addFrom, { token: admin.token, params: { id }, body });
    expect(spans(await phases())).toEqual([
      ['Lawn', '2027-01-01', '2027-01-31'],
      ['Beds', '2027-02-01', '2027-02-10'],
      ['Rest', null, null],
      ['Lawn', '2027-02-11', '2027-02-15'],
    ]);
    expect((await phases()).map(({ key }: { key: string }) => key)).toEqual(['lawn', 'beds', 'rest', 'lawn-2']);
  });

  it('begin with the project, or today in the zone of the business', async () => {
    const { id, admin, phases, tenantId, clientId, addProject } = await site();
    await owner.query(`update projects set starts_on = '2027-05-03' where id = $1`, [id]);
    await owner.query(`update tenants set time_zone = 'Pacific/Kiritimati' where id = $1`, [tenantId]);
    const add = (project: string) =>
      call(addFrom, { token: admin.token, params: { id: project }, body: { template: 'built-in:kitchen' } });
    await add(id);
    expect((await phases())[0].planned_start_on).toBe('2027-05-03');
    const undated = await addProject(clientId);
    const before = today('Pacific/Kiritimati');
    const { body } = await add(undated);
    expect([before, today('Pacific/Kiritimati')]).toContain(body.data[0].planned_start_on);
  });

  it('of the built-in ones are named in the language of the business', async () => {
    const { id, admin, tenantId, phases } = await site();
    await owner.query(`update tenants set locale = 'de' where id = $1`, [tenantId]);
    const params = { id };
    await call(addFrom, { token: admin.token, params, body: { template: 'built-in:house', starts_on: '2027-01-01' } });
    const [first, , , roof] = await phases();
    expect([first.name, roof.name]).toEqual(['Planung und Genehmigung', 'Dach und Fenster']);
    expect(first).toMatchObject({ weight: 2, planned_start_on: '2027-01-01', planned_end_on: '2027-03-01' });
  });

  it('take names, weights and durations of another project, and nothing of its progress', async () => {
    const { id, admin, addPhase, clientId, addProject } = await site();
    await addPhase({
      name: 'Walls',
      weight: 4,
      planned_start_on: '2026-01-01',
      planned_end_on: '2026-01-10',
      percent: 80,
    });
    await addPhase({ name: 'Roof', planned_start_on: '2026-03-01', planned_end_on: '2026-03-01' });
    const params = { id: await addProject(clientId) };
    const body = { template: `project:${id}`, starts_on: '2027-06-01' };
    const { body: copied } = await call(addFrom, { token: admin.token, params, body });
    expect(spans(copied.data)).toEqual([
      ['Walls', '2027-06-01', '2027-06-10'],
      ['Roof', '2027-06-11', '2027-06-11'],
    ]);
    expect(copied.data[0]).toMatchObject({ weight: 4, percent: 0, status: 'not_started' });
  });

  it('are refused for a template that the reader does not see, and for one that ends after 2199', async () => {
    const { id, admin, phases } = await site();
    const foreign = await site('Walls');
    const theirs = await createPhaseTemplate(owner, { id: foreign.tenantId });
    for (const [body, field] of [
      [{ template: `own:${theirs.id}` }, 'template'],
      [{ template: `project:${foreign.id}` }, 'template'],
      [{ template: `project:${id}` }, 'template'],
      [{ template: 'built-in:castle' }, 'template'],
      [{}, 'template'],
      [{ template: 'built-in:house', starts_on: '2199-12-01' }, 'starts_on'],
    ] as const) {
      const answer = await call(addFrom, { token: admin.token, params: { id }, body });
      expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, [field]]);
    }
    expect(await phases()).toEqual([]);
  });

  it('are not added by a client or another business', async () => {
    const { id, clientId, addPerson, phases } = await site();
    const person = await addPerson('client', clientId);
    const foreign = await site();
    const body = { template: 'built-in:house' };
    expect((await call(addFrom, { token: person.token, params: { id }, body })).status).toBe(403);
    expect((await call(addFrom, { token: foreign.admin.token, params: { id }, body })).status).toBe(404);
    expect((await call(phasesOf, { token: person.token, params: { id } })).status).toBe(403);
    expect(await phases()).toEqual([]);
  });
});

describe('the phases of a project', () => {
  it('are kept as a template, which is then offered with the projects that have phases', async () => {
    const { id, admin, addPhase, clientId, addProject } = await site();
    const actor = await adminActor(owner, admin.email);
    const keep = (name: string) => write(actor, (db) => keepPhasesAsTemplate(db, { id, name }, actor));
    await expect(keep('Empty')).rejects.toMatchObject({ fields: { name: [{ key: 'tooFewPhases' }] } });
    await addPhase({ name: 'Walls', weight: 4, planned_start_on: '2026-01-01', planned_end_on: '2026-01-10' });
    await addPhase({ name: 'Roof', planned_end_on: '2026-03-01' });
    await addProject(clientId);
    const kept = await keep('As built');
    expect(kept.phases).toEqual([
      { name: 'Walls', weight: 4, days: 10 },
      { name: 'Roof', weight: 1, days: null },
    ]);
    const { own, projects } = await read(actor, listPhaseTemplates);
    expect(own).toEqual([{ id: kept.id, name: 'As built', phaseCount: 2 }]);
    expect(projects).toMatchObject([{ id, phaseCount: 2 }]);
  });
});
