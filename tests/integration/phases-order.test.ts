import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { write } from '@/lib/authz/scope';
import { movePhase } from '@/lib/projects/phases/commands';
import { testDatabase } from '@/tests/support/database/database';
import { refusal } from '@/tests/support/database/refusal';
import { createSite } from '@/tests/support/fixtures/project-with-phases';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

const site = (...names: string[]) => createSite(owner, ...names);

describe('the order of the phases', () => {
  it('is what the full list says', async () => {
    const { id, admin, ids, orderPhases, order } = await site('Walls', 'Roof', 'Garden');
    const answer = await orderPhases(ids.toReversed());
    expect(answer.status).toBe(200);
    expect(answer.body.data.map(({ position }: { position: number }) => position)).toEqual([0, 1, 2]);
    expect(await order()).toEqual(['Garden', 'Roof', 'Walls']);
    expect(await auditOf(owner, id)).toContainEqual({ action: 'project.phases_reordered', actor_id: admin.id });
  });

  it('is not changed by a list that is not exactly the phases', async () => {
    const { ids, orderPhases, order } = await site('Walls', 'Roof');
    const [walls = '', roof = ''] = ids;
    const elsewhere = await site('Walls');
    const wrong = [[walls], [walls, roof, uuidv7()], [walls, walls], [roof, elsewhere.ids[0]], []];
    for (const list of wrong) {
      const answer = await orderPhases(list);
      expect(answer.status).toBe(409);
      expect(answer.body.detail).toBe('The phases have changed in the meantime. Please look at the list again.');
    }
    expect((await orderPhases([walls, 'x'])).status).toBe(422);
    expect(await order()).toEqual(['Walls', 'Roof']);
  });

  it('changes by one place, and stays at the ends', async () => {
    const { id, admin, ids, order } = await site('Walls', 'Roof', 'Garden');
    const [walls = '', , garden = ''] = ids;
    const actor = await adminActor(owner, admin.email);
    const move = (phaseId: string, direction: 'up' | 'down') =>
      write(actor, (db) => movePhase(db, { id, phaseId, direction }, actor));
    await move(walls, 'down');
    expect(await order()).toEqual(['Roof', 'Walls', 'Garden']);
    await move(garden, 'down');
    await move(garden, 'up');
    await move(garden, 'up');
    await move(garden, 'up');
    expect(await order()).toEqual(['Garden', 'Roof', 'Walls']);
    expect(await refusal(move(uuidv7(), 'up'))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('survives several people at once: no place is lost, no key is double', async () => {
    const { ids, addPhase, orderPhases, phases } = await site('Walls', 'Roof');
    await Promise.all([
      ...Array.from({ length: 6 }, () => addPhase({ name: 'Garden' })),
      orderPhases(ids.toReversed()),
    ]);
    const after: { key: string; position: number }[] = await phases();
    expect(after.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(new Set(after.map(({ key }) => key)).size).toBe(8);
  });
});
