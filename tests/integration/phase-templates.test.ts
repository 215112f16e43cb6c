import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { PATCH as change, DELETE as remove, GET as show } from '@/app/api/admin/phase-templates/[id]/route';
import { POST as create, GET as list } from '@/app/api/admin/phase-templates/route';
import { testDatabase } from '@/tests/support/database/database';
import { createPhaseTemplate } from '@/tests/support/factories/records';
import { createSite } from '@/tests/support/fixtures/project-with-phases';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();

const site = (...names: string[]) => createSite(owner, ...names);

const garden = [
  { name: 'Beds', weight: 2, days: 10 },
  { name: 'Rest', weight: 1, days: null },
  { name: 'Lawn', weight: 3, days: 5 },
];

describe('templates of the business', () => {
  it('are made, listed by name, changed and removed by admins, each with its event', async () => {
    const { admin } = await site();
    const { token } = admin;
    const made = await call(create, { token, body: { name: ' Garden ', phases: garden } });
    expect([made.status, made.body.data]).toMatchObject([201, { name: 'Garden', phases: garden }]);
    await call(create, { token, body: { name: 'Barn', phases: [{ name: 'All', weight: 1, days: 1 }] } });
    const names = (await call(list, { token })).body.data.map(({ name }: { name: string }) => name);
    expect(names).toEqual(['Barn', 'Garden']);
    const params = { id: made.body.data.id };
    const phases = [...garden].reverse();
    const changed = await call(change, { token, params, method: 'PATCH', body: { phases } });
    expect([changed.status, changed.body.data]).toMatchObject([200, { name: 'Garden', phases }]);
    expect((await call(remove, { token, params, method: 'DELETE' })).status).toBe(204);
    expect((await call(show, { token, params })).status).toBe(404);
    expect((await auditOf(owner, params.id)).map(({ action }) => action)).toEqual([
      'phase_template.created',
      'phase_template.changed',
      'phase_template.removed',
    ]);
  });

  it('have a name of their own in the business, in any case', async () => {
    const [one, other] = [await site(), await site()];
    const add = (token: string, name: string) => call(create, { token, body: { name, phases: garden } });
    const { body } = await add(one.admin.token, 'Garden');
    expect((await add(one.admin.token, 'garden')).body.errors).toEqual({
      name: ['This name is already in use.'],
    });
    expect((await add(other.admin.token, 'Garden')).status).toBe(201);
    const again = { token: one.admin.token, params: { id: body.data.id }, method: 'PATCH', body: { name: 'GARDEN' } };
    expect((await call(change, again)).body.data.name).toBe('GARDEN');
  });

  it.each([
    ['no phases', []],
    ['a phase without a name', [{ name: ' ', weight: 1, days: 1 }]],
    ['a weight of 0', [{ name: 'Beds', weight: 0, days: 1 }]],
    ['half a day', [{ name: 'Beds', weight: 1, days: 0.5 }]],
    ['an unknown field', [{ name: 'Beds', weight: 1, days: 1, colour: 'green' }]],
    ['51 phases', Array.from({ length: 51 }, () => ({ name: 'Beds', weight: 1, days: 1 }))],
  ])('are refused with %s, by the API and by the database', async (_, phases) => {
    const { admin, tenantId } = await site();
    const answer = await call(create, { token: admin.token, body: { name: 'Garden', phases } });
    expect(answer.status).toBe(422);
    await expect(createPhaseTemplate(owner, { id: tenantId }, { phases })).rejects.toThrow(
      /phase_templates_are_phases/,
    );
  });

  it.each([
    ['one phase', { name: 'Beds', weight: 1, days: 1 }],
    ['a list in a list', [garden]],
    ['a text', ['Beds']],
    ['phases without days', [{ name: 'Beds', weight: 1 }]],
  ])('are not %s in the database', async (_, phases) => {
    const { tenantId } = await site();
    await expect(createPhaseTemplate(owner, { id: tenantId }, { phases })).rejects.toThrow(
      /phase_templates_are_phases/,
    );
  });

  it('are read by staff, changed by admins only; clients and other businesses find none', async () => {
    const { admin, staff, clientId, addPerson } = await site();
    const person = await addPerson('client', clientId);
    const foreigner = await site();
    const { id } = (await call(create, { token: admin.token, body: { name: 'Garden', phases: garden } })).body.data;
    const ask = async (token: string | undefined) => [
      (await call(list, { token })).status,
      (await call(show, { token, params: { id } })).status,
      (await call(create, { token, body: { name: uuidv7(), phases: garden } })).status,
      (await call(change, { token, params: { id }, method: 'PATCH', body: { name: 'Mine' } })).status,
      (await call(remove, { token, params: { id }, method: 'DELETE' })).status,
    ];
    expect(await ask(staff.token)).toEqual([200, 200, 403, 403, 403]);
    expect(await ask(person.token)).toEqual([403, 403, 403, 403, 403]);
    expect(await ask(undefined)).toEqual([401, 401, 401, 401, 401]);
    expect(await ask(foreigner.admin.token)).toEqual([200, 404, 201, 404, 404]);
    expect((await call(show, { token: admin.token, params: { id } })).body.data.name).toBe('Garden');
  });
});
