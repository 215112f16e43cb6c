import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/dates';
import { dayNumber } from '@/lib/format';
import { moveReasons } from '@/lib/projects/schedule/rule';
import { actingAs, attempt, undone } from '@/tests/integration/wall/acting-as';
import { testDatabase } from '@/tests/support/database/database';
import { createPhase } from '@/tests/support/factories/identity';
import { createPlannedProject } from '@/tests/support/fixtures/planned-project';
import type { Kind } from '@/tests/support/wall/subject';

const { owner } = await testDatabase();

async function site(status = 'active') {
  const made = await createPlannedProject(owner, status);
  const place = { tenantId: made.id, clientId: made.clientId, id: made.projectId };
  const phase = await createPhase(owner, place, { plannedStartOn: '2027-05-03', plannedEndOn: '2027-05-28' });
  const as = (kind: Kind) => ({ kind, userId: made.staff.id, clientId: null, tenantId: made.id });
  return { ...made, phase, as };
}

const changes = async (phaseId: string) =>
  (await owner.query('select count(*)::int as count from phase_date_changes where phase_id = $1', [phaseId])).rows[0]
    .count;

describe('no planned date changes without a row, whoever changes it by SQL', () => {
  it.each(['staff', 'admin'] as const)('%s', async (kind) => {
    const { phase, as } = await site();
    await undone(owner, () =>
      actingAs(owner, as(kind), async () => {
        await owner.query(`update phases set planned_end_on = '2027-06-30' where id = $1`, [phase.id]);
        await owner.query('reset role');
        expect(await changes(phase.id)).toBe(2);
      }),
    );
  });

  it.each(['select', 'set local session_replication_role = replica'])('the superuser (%s)', async (become) => {
    const { phase } = await site('planned');
    await undone(owner, async () => {
      await owner.query(become);
      await owner.query(`update phases set planned_start_on = '2027-04-30', planned_end_on = null where id = $1`, [
        phase.id,
      ]);
      await owner.query(`update phases set name = 'Other', percent = 0 where id = $1`, [phase.id]);
      const { rows } = await owner.query(
        `select kind, in_plan, from_start_on::text, to_start_on::text, from_end_on::text, to_end_on::text from phase_date_changes where phase_id = $1`,
        [phase.id],
      );
      expect(rows).toEqual([
        {
          ...{ kind: 'move', in_plan: false, from_start_on: '2027-05-03', to_start_on: '2027-04-30' },
          ...{ from_end_on: '2027-05-28', to_end_on: null },
        },
      ]);
    });
  });
});

describe('the plan', () => {
  const tries = (kind: Kind, sql: string, before = 'select') =>
    site().then(({ phase, as }) =>
      undone(owner, () =>
        actingAs(owner, as(kind), async () => {
          await owner.query(before);
          return attempt(owner, sql, [phase.id]);
        }),
      ),
    );
  const reason = `select set_config('app.date_reason', 'us', true)`;

  it('becomes nothing but what is planned, and not without a reason', async () => {
    const forged = `update phases set baseline_end_on = '2027-12-31' where id = $1`;
    const anew = `update phases set planned_end_on = '2027-12-31', baseline_end_on = '2027-12-31' where id = $1`;
    expect(await tries('admin', forged, reason)).toMatchObject({ done: false, code: '23514' });
    expect(await tries('admin', anew)).toMatchObject({ done: false, code: '23514' });
    expect(await tries('admin', anew, reason)).toMatchObject({ done: true, count: 1 });
  });

  it('of a new phase is not chosen by whoever inserts it', async () => {
    const sql = `insert into phases (id, tenant_id, client_id, project_id, key, name, position, planned_end_on, baseline_end_on, updated_at)
      select gen_random_uuid(), tenant_id, client_id, project_id, 'forged', 'Forged', 9, '2027-06-30', '2027-12-31', now() from phases where id = $1
      returning baseline_end_on::text as on`;
    expect(await tries('staff', sql)).toMatchObject({ done: true, rows: [{ on: '2027-06-30' }] });
  });

  it('has a history to which nobody adds', async () => {
    const sql = `insert into phase_date_changes (id, tenant_id, client_id, project_id, phase_id, phase_name, kind, in_plan)
      select gen_random_uuid(), tenant_id, client_id, project_id, id, name, 'move', true from phases where id = $1`;
    for (const kind of ['staff', 'admin', 'client', 'worker'] as const)
      expect(await tries(kind, sql)).toMatchObject({ done: false, refused: true });
  });

  it('has its time from the database, where people ask for another', async () => {
    const { phase, as } = await site();
    await undone(owner, () =>
      actingAs(owner, as('staff'), async () => {
        await owner.query(`select set_config('app.date_changed_at', '2020-01-01', true)`);
        await owner.query(`update phases set planned_end_on = '2027-06-30' where id = $1`, [phase.id]);
        const { rows } = await owner.query(
          `select created_at > now() - interval '1 hour' as now from phase_date_changes where phase_id = $1 and kind = 'move'`,
          [phase.id],
        );
        expect(rows).toEqual([{ now: true }]);
      }),
    );
  });
});

const step = fc.record({
  act: fc.constantFrom('move', 'move', 'move', 'clear', 'plan', 'begin', 'add'),
  which: fc.nat(5),
  by: fc.integer({ min: -20, max: 40 }),
  reason: fc.constantFrom(...moveReasons),
});

it('over random histories, plan, forecast and slip follow from the rows alone', async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
    const made = await createPlannedProject(owner, 'planned');
    const ids: string[] = [];
    const start = '2027-05-03';
    for (const { act, which, by, reason } of steps) {
      const id = ids[which % Math.max(1, ids.length)];
      const dates = { planned_start_on: addDays(start, by), planned_end_on: addDays(start, by + 14) };
      if (act === 'add' || id === undefined) ids.push((await made.add({ name: `Phase ${ids.length}`, ...dates })).id);
      else if (act === 'move') await made.move(id, { ...dates, reason });
      else if (act === 'clear') await made.move(id, { planned_end_on: null, reason });
      else if (act === 'plan') await made.setPlan({ reason });
      else await made.changeProject({ status: 'active' });
    }
    const { phases, schedule } = await made.ownProject();
    let plan = Number.NEGATIVE_INFINITY;
    for (const phase of phases) {
      const { rows } = await owner.query(
        `select kind, in_plan, from_end_on::text as from, to_end_on::text as to from phase_date_changes
         where phase_id = $1 order by created_at, kind desc, id`,
        [phase.id],
      );
      const moves = rows.filter(({ kind }) => kind === 'move');
      for (const [at, { from }] of moves.entries()) if (at > 0) expect(from).toBe(moves[at - 1]?.to);
      if (moves.length > 0) expect(phase.planned_end_on).toBe(moves.at(-1)?.to);
      const baseline = rows.filter(({ kind }) => kind === 'baseline').at(-1)?.to ?? null;
      expect(phase.baseline_end_on).toBe(baseline);
      if (baseline) plan = Math.max(plan, dayNumber(baseline));
      const shown = (await made.ownHistory(phase.id)).body.data;
      expect(shown).toHaveLength(rows.filter(({ in_plan: inPlan }) => inPlan).length);
    }
    expect(schedule.plan_on ? dayNumber(schedule.plan_on) : Number.NEGATIVE_INFINITY).toBe(plan);
    // Nothing has begun and all lies ahead, so the forecast is the last planned end, moved by no delay.
    const ends = phases.map((phase: { planned_end_on: string | null }) => phase.planned_end_on);
    const unknown = phases.some((phase: Record<string, unknown>) => phase.baseline_end_on && !phase.planned_end_on);
    const last = ends.filter(Boolean).sort().at(-1) ?? null;
    expect(schedule.forecast_on).toBe(unknown ? null : last);
    const slip = schedule.plan_on && schedule.forecast_on && dayNumber(schedule.forecast_on) - plan;
    expect(schedule.slip_days).toBe(slip);
  });
  await fc.assert(property, { numRuns: 12 });
});
