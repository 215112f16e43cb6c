import { describe, expect, it } from 'vitest';
import { read, write } from '@/lib/authz/scope';
import { addDays, today as todayIn } from '@/lib/dates';
import { changeHours } from '@/lib/time/commands';
import { mondayOf } from '@/lib/time/rule';
import { discardTimer, startTimer, stopTimer } from '@/lib/time/timers/commands';
import { findTimer } from '@/lib/time/timers/queries';
import { saveWeek } from '@/lib/time/weeks/commands';
import { listWeek } from '@/lib/time/weeks/queries';
import { testDatabase } from '@/tests/support/database/database';
import { auditOf, createTestTenant } from '@/tests/support/fixtures/tenant';
import { teamActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
const tenant = await createTestTenant(owner);
const projectId = await tenant.addProject(await tenant.addClient());
const [admin, staff] = await Promise.all([teamActor(owner, tenant.admin.email), teamActor(owner, tenant.staff.email)]);
const monday = addDays(mondayOf(todayIn('UTC')), -7);
const none = { id: null, seen: '', minutes: '' };

const week = (of = staff.userId) => read(admin, (db) => listWeek(db, { userId: of, monday }));
const days = (cells: Record<number, object>) => [0, 1, 2, 3, 4, 5, 6].map((day) => ({ ...none, ...cells[day] }));
const save = (cells: Record<number, object>, wishes: object = {}, actor = staff) => {
  const row = { projectId, description: 'Joinery', billable: true, days: days(cells), ...wishes };
  return write(actor, (db) => saveWeek(db, { monday, userId: null, rows: [row] }, actor));
};
const shown = async (of?: string) => (await week(of)).map(({ workedOn, minutes }) => [workedOn, minutes]);

describe('the sheet of a week', () => {
  it('enters, changes and removes what was typed, and touches nothing else', async () => {
    await save({ 0: { minutes: '1:30' }, 2: { minutes: '45m' }, 6: { minutes: '2' } });
    expect(await shown()).toEqual([
      [monday, 90],
      [addDays(monday, 2), 45],
      [addDays(monday, 6), 120],
    ]);
    const [first, second] = await week();
    await save({
      0: { id: first?.id, seen: '1:30', minutes: '1:45' },
      2: { id: second?.id, seen: '0:45', minutes: '' },
    });
    expect(await shown()).toEqual([
      [monday, 105],
      [addDays(monday, 6), 120],
    ]);
    expect((await auditOf(owner, first?.id ?? '')).map(({ action }) => action)).toEqual([
      ...['time_entry.entered', 'time_entry.changed'],
    ]);
  });

  it('saves nothing where a cell is wrong, and says which', async () => {
    const before = await shown();
    await expect(save({ 1: { minutes: '1:00' }, 3: { minutes: 'soon' } })).rejects.toMatchObject({
      fields: { 'rows.0.days.3.minutes': [{ key: 'duration' }] },
    });
    await expect(save({ 1: { minutes: '1:00' } }, { projectId: null })).rejects.toMatchObject({
      fields: { 'rows.0.projectId': [{ key: 'required' }] },
    });
    await expect(save({ 1: { minutes: '24:00' }, 6: { minutes: '23:00' } })).rejects.toMatchObject({
      fields: { 'rows.0.days.6.minutes': [{ key: 'dayFull' }] },
    });
    expect(await shown()).toEqual(before);
  });

  it('does not overwrite what was changed meanwhile', async () => {
    const [first] = await week();
    await write(admin, (db) => changeHours(db, { id: first?.id ?? '', minutes: 7 }, admin));
    const late = save({ 0: { id: first?.id, seen: '1:45', minutes: '3:00' } });
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await shown())[0]).toEqual([monday, 7]);
  });

  it('of two people at once keeps what both typed, as long as they type in different cells', async () => {
    const [, last] = await week();
    await write(admin, (db) => changeHours(db, { id: last?.id ?? '', minutes: 11 }, admin));
    // The page that is saved still shows what the last cell held before.
    await save({ 1: { minutes: '0:20' }, 6: { id: last?.id, seen: '2:00', minutes: '2:00' } });
    expect(await shown()).toEqual([
      [monday, 7],
      [addDays(monday, 1), 20],
      [addDays(monday, 6), 11],
    ]);
  });

  it('of a colleague is filled by an admin alone', async () => {
    const row = { projectId, description: 'Survey', billable: true, days: days({ 4: { minutes: '0:10' } }) };
    const of = (userId: string) => ({ monday, userId, rows: [row] });
    await write(admin, (db) => saveWeek(db, of(staff.userId), admin));
    expect(await shown()).toContainEqual([addDays(monday, 4), 10]);
    await expect(write(staff, (db) => saveWeek(db, of(admin.userId), staff))).rejects.toMatchObject({
      code: 'VALIDATION',
    });
  });
});

describe('the timer', () => {
  const input = { projectId, description: 'Measuring', billable: false };
  const running = () => read(staff, findTimer);
  const minutesAgo = (minutes: number) =>
    owner.query(`update work_timers set started_at = now() - make_interval(mins => $2) where user_id = $1`, [
      staff.userId,
      minutes,
    ]);
  const measured = async () => {
    const { rows } = await owner.query(
      "select sum(minutes)::int as minutes, bool_or(billable) as billable from time_entries where description = 'Measuring'",
    );
    return rows[0];
  };

  it('runs once per person, also where it is started twice at once, and is seen by nobody else', async () => {
    const both = await Promise.allSettled([1, 2].map(() => write(staff, (db) => startTimer(db, input, staff))));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await running()).toMatchObject({ projectName: 'House', description: 'Measuring', billable: false });
    expect(await read(admin, findTimer)).toBeNull();
  });

  it('outlives the session, and enters the minutes that passed when it is stopped, once', async () => {
    await owner.query('update sessions set revoked_at = now() where user_id = $1', [staff.userId]);
    await minutesAgo(20);
    const both = await Promise.allSettled([1, 2].map(() => write(staff, (db) => stopTimer(db, {}, staff))));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await measured()).toEqual({ minutes: 20, billable: false });
    expect(await running()).toBeNull();
  });

  it('takes other minutes where it ran on by mistake, and keeps running where they cannot be read', async () => {
    await write(staff, (db) => startTimer(db, input, staff));
    await minutesAgo(30);
    await expect(write(staff, (db) => stopTimer(db, { minutes: 'long' }, staff))).rejects.toMatchObject({
      fields: { minutes: [{ key: 'duration' }] },
    });
    expect(await running()).not.toBeNull();
    await write(staff, (db) => stopTimer(db, { minutes: '0:05' }, staff));
    expect((await measured()).minutes).toBe(25);
  });

  it('can be discarded, and stopped only while it runs', async () => {
    await write(staff, (db) => startTimer(db, input, staff));
    await write(staff, (db) => discardTimer(db, {}, staff));
    expect((await measured()).minutes).toBe(25);
    await expect(write(staff, (db) => stopTimer(db, {}, staff))).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
