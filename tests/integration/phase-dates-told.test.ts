import { describe, expect, it, vi } from 'vitest';
import { changePhaseAction } from '@/app/admin/projects/[id]/phases/actions';
import { changeProjectAction } from '@/app/admin/projects/actions';
import { changeDatesAction } from '@/app/admin/settings/actions';
import type { Actor } from '@/lib/authz/actor';
import { jobActor } from '@/lib/authz/job';
import { read, write } from '@/lib/authz/scope';
import { today } from '@/lib/dates';
import type { DoorAction } from '@/lib/doors/action';
import { ownerMark } from '@/lib/doors/owner';
import { type FormState, idle } from '@/lib/forms/form-state';
import { ownerField, versionField } from '@/lib/forms/marks';
import { projectEdit } from '@/lib/projects/checks';
import { phaseEdit } from '@/lib/projects/phases/checks';
import { getPhase } from '@/lib/projects/queries';
import { getTeamProject } from '@/lib/projects/team-queries';
import { settingsEdits } from '@/lib/tenants/settings/checks';
import { getSettings } from '@/lib/tenants/settings/queries';
import { draftWeeklyReports } from '@/lib/updates/reports/commands';
import { lastWeek } from '@/lib/updates/reports/rule';
import { testDatabase } from '@/tests/support/database/database';
import { createPlannedProject } from '@/tests/support/fixtures/planned-project';
import { adminActor } from '@/tests/support/identity/actors';
import { signIn } from '@/tests/support/identity/sign-in';

// The parts of Next that an action uses. A redirect is an answer here, not an error.
const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => {
      const [, value] = new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.headers.get('cookie') ?? '') ?? [];
      return value === undefined ? undefined : { value };
    },
    set: () => undefined,
    delete: () => undefined,
  }),
}));
vi.mock('next/cache', () => ({ refresh: () => undefined }));
vi.mock('next/navigation', () => ({ redirect: () => undefined }));

const { owner } = await testDatabase();
const may = { planned_start_on: '2027-05-03', planned_end_on: '2027-05-28' };

async function send(action: DoorAction<unknown>, actor: Actor, version: string, fields: Record<string, string>) {
  const { cookie } = await signIn(owner, actor.email);
  request.headers = new Headers({ host: 'a.example', origin: 'https://a.example', cookie });
  const form = new FormData();
  form.set(ownerField, ownerMark(actor));
  form.set(versionField, version);
  for (const [name, text] of Object.entries(fields)) form.append(name, text);
  return (await action(idle, form)) as FormState;
}

describe('a form', () => {
  it('asks why a date of the plan moves, and keeps what was typed', async () => {
    const { add, admin, history, projectId } = await createPlannedProject(owner);
    const { id } = await add(may);
    const actor = await adminActor(owner, admin.email);
    const version = await read(actor, async (db) =>
      phaseEdit.version(await getPhase(db, { id: projectId, phaseId: id })),
    );
    const state = { status: 'not_started', percent: '0', actualStartOn: '', actualEndOn: '' };
    const shown = Object.fromEntries(Object.entries(state).map(([name, text]) => [`shown.${name}`, text]));
    const form = {
      ...{ id: projectId, phaseId: id, name: 'The roof', key: 'roof', weight: '1', ...state, ...shown },
      ...{ plannedStartOn: '2027-05-03', plannedEndOn: '2027-06-11', reason: '', reasonNote: 'Storms.' },
    };
    const refused = await send(changePhaseAction, actor, version, form);
    expect(refused).toMatchObject({
      status: 'failed',
      fields: { reason: 'Please choose why the planned dates move.' },
      values: { name: ['The roof'], plannedEndOn: ['2027-06-11'], reasonNote: ['Storms.'] },
    });
    expect((await history(id)).data).toHaveLength(1);
    await send(changePhaseAction, actor, version, { ...form, reason: 'weather' });
    expect((await history(id)).data[0]).toMatchObject({ to_end_on: '2027-06-11', reason: 'weather', note: 'Storms.' });
  });

  it('does not ask where no date moves, nor before the project begins', async () => {
    for (const [status, plannedEndOn] of [
      ['active', '2027-05-28'],
      ['planned', '2027-06-11'],
    ] as const) {
      const { add, admin, projectId, project } = await createPlannedProject(owner, status);
      const { id } = await add(may);
      const actor = await adminActor(owner, admin.email);
      const version = await read(actor, async (db) =>
        phaseEdit.version(await getPhase(db, { id: projectId, phaseId: id })),
      );
      const state = { status: 'not_started', percent: '0', actualStartOn: '', actualEndOn: '' };
      const shown = Object.fromEntries(Object.entries(state).map(([name, text]) => [`shown.${name}`, text]));
      const dates = { plannedStartOn: '2027-05-03', plannedEndOn, reason: '', reasonNote: '' };
      const ids = { id: projectId, phaseId: id, name: 'The roof', key: 'roof', weight: '1' };
      await send(changePhaseAction, actor, version, { ...ids, ...state, ...shown, ...dates });
      expect((await project()).phases).toMatchObject([{ name: 'The roof', planned_end_on: plannedEndOn }]);
    }
  });

  it('switches the history of clients off and on, for the business and for a project', async () => {
    const { admin, projectId, add, ownHistory } = await createPlannedProject(owner);
    const { id } = await add(may);
    const actor = await adminActor(owner, admin.email);
    const shown = async () => (await ownHistory(id)).body.data.length;
    const ofBusiness = async (on: string) =>
      send(
        changeDatesAction,
        actor,
        await read(actor, async (db) => settingsEdits.dates.version(await getSettings(db, actor))),
        { dateHistoryShown: on },
      );
    const ofProject = async (on: string) =>
      send(
        changeProjectAction,
        actor,
        await read(actor, async (db) => projectEdit.version(await getTeamProject(db, { id: projectId }))),
        { id: projectId, name: 'House', dateHistoryShown: on },
      );
    expect(await shown()).toBe(1);
    await ofBusiness('false');
    expect(await shown()).toBe(0);
    await ofBusiness('true');
    await ofProject('false');
    expect(await shown()).toBe(0);
    await ofProject('true');
    expect(await shown()).toBe(1);
  });
});

describe('the weekly report', () => {
  const week = lastWeek(today('Europe/Lisbon'));

  /** Moves the phase twice within last week, and once after it. */
  async function moved(hide = 'select $1::uuid') {
    const made = await createPlannedProject(owner);
    const { id } = await made.add(may);
    await owner.query(hide, [made.projectId]);
    const at = [`${week.from} 12:00+00`, `${week.to} 12:00+00`, new Date().toISOString()];
    for (const [index, endOn] of ['2027-06-11', '2027-06-25', '2027-07-02'].entries()) {
      await owner.query('begin');
      await owner.query(`select set_config('app.date_changed_at', $1, true)`, [at[index]]);
      await owner.query('update phases set planned_end_on = $1 where id = $2', [endOn, id]);
      await owner.query('commit');
    }
    const clock = jobActor('clock', made.id);
    return { ...made, drafted: await write(clock, (db) => draftWeeklyReports(db, clock)) };
  }

  it('says from when to when a phase moved within the week', async () => {
    const { drafted, list } = await moved();
    expect(drafted).toBe(1);
    const [{ body }] = (await list()).body.data;
    expect(body).toContain('Moved: “Roof” now ends on Jun 25, 2027, not on May 28, 2027');
    expect(body.match(/Moved/g)).toHaveLength(1);
  });

  it('says nothing of it where clients are not shown the history', async () => {
    expect((await moved('update projects set date_history_shown = false where id = $1')).drafted).toBe(0);
  });
});
