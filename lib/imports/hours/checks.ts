import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { conflict, invalid } from '@/lib/errors';
import { parseInput } from '@/lib/forms/validation';
import { projectIn } from '@/lib/imports/phases/checks';
import { type Checked, recordsOf } from '@/lib/imports/records/checks';
import { references } from '@/lib/imports/records/queries';
import {
  type Found,
  filled,
  orProblems,
  type Pass,
  type Planned,
  placeIn,
  remembered,
  textOf,
} from '@/lib/imports/records/rule';
import { lockHours } from '@/lib/time/lock';
import { longestDay } from '@/lib/time/rule';
import { enterHoursInput } from '@/lib/time/schemas';

/** Hours of the team, by external id or content. Billed ones stay, and nobody works more than 24 hours on one date. */
export const hoursKind = recordsOf({
  kind: 'hours',
  table: {
    name: 'time_entries',
    columns: {
      ...{ client_id: 'uuid', project_id: 'uuid', hours_shown: 'text', user_id: 'uuid', user_name: 'text' },
      ...{ worked_on: 'date', minutes: 'int', description: 'text', billable: 'boolean' },
    },
  },
  fields: {
    ...({ client_id: null, project_id: 'project', hours_shown: null, user_id: 'person', user_name: null } as const),
    ...({ worked_on: 'workedOn', minutes: 'minutes', description: 'description', billable: 'billable' } as const),
  },
  fixed: ['user_id'],
  onlyNew: ['user_name'],
  defaults: () => ({ billable: true }),
  check: async (db, rows, pass, problems) => {
    const { actor, today } = pass;
    const clientOf = await references(db, pass, 'clients', rows, 'client');
    const projectOf = await references(db, pass, 'projects', rows, 'project');
    const personOf = await references(db, pass, 'people', rows, 'person');
    return rows.map((row): Checked | null =>
      orProblems(problems, placeIn('hours', row.line, { projectId: 'project', userId: 'person' }), () => {
        const project = projectIn(row, projectOf, clientOf);
        const named = textOf(row, 'person');
        const found = named === null ? null : personOf(named);
        if (found && (!('one' in found) || !['admin', 'staff'].includes(found.one.userType ?? '')))
          throw invalid({ person: 'unknownColleague' });
        const person = found && 'one' in found ? found.one : { id: actor.userId, name: actor.name };
        const typed = filled(row, 'project', 'client', 'person');
        const entry = parseInput(enterHoursInput, { ...typed, projectId: project.id, userId: person.id });
        const { workedOn, minutes, description } = entry;
        if (workedOn > today) throw invalid({ workedOn: 'workInFuture' });
        if (project.startsOn !== null && workedOn < project.startsOn) throw invalid({ workedOn: 'workBeforeProject' });
        const data = {
          ...{ client_id: project.clientId, project_id: project.id, hours_shown: project.hoursShown },
          ...{ user_id: person.id, user_name: person.name, worked_on: workedOn, minutes, description },
          billable: typeof row.values.billable === 'boolean' ? entry.billable : undefined,
        };
        return { data, natural: null };
      }),
    );
  },
  settle,
  guard,
  referrers: [],
});

const dayOf = ({ data }: Planned) => `${data.user_id} ${data.worked_on}`;

/** By how many minutes each row moves the sum of its day. A changed row that moves to another day takes nothing from the new one. */
function added({ data, before }: Planned): number {
  const isSameDay = before !== null && before.user_id === data.user_id && before.worked_on === data.worked_on;
  return Number(data.minutes) - (isSameDay ? Number(before.minutes) : 0);
}

/** Notes billed entries that would change, and days that would have more than 24 hours with the rows before. */
async function settle(db: ReadDb, planned: Planned[], pass: Pass, problems: Found[]): Promise<void> {
  const moving = planned.filter(({ action }) => action !== 'same');
  const changing = moving.filter(({ action }) => action === 'change').map(({ id }) => id);
  const billed = await db.timeEntry.findMany({
    where: { id: { in: changing }, invoiceLineId: { not: null } },
    select: { id: true },
  });
  const isBilled = new Set(billed.map(({ id }) => id));
  const sums = await sumsOf(db, moving);
  const earlier = remembered(pass, 'hours', () => new Map<string, number>());
  for (const one of moving) {
    const { line, id } = one;
    if (isBilled.has(id)) problems.push({ line, field: null, message: { key: 'importBilled' } });
    const day = dayOf(one);
    const before = (sums.get(day) ?? 0) + (earlier.get(day) ?? 0);
    if (before + added(one) > longestDay)
      problems.push({
        line,
        field: 'minutes',
        message: { key: 'dayFull', params: { left: Math.max(0, longestDay - before) } },
      });
    earlier.set(day, (earlier.get(day) ?? 0) + added(one));
  }
}

/** The minutes that people have on the days of these rows. */
async function sumsOf(db: ReadDb, planned: readonly Planned[]): Promise<Map<string, number>> {
  const days = [
    ...new Map(
      planned.map((one) => [dayOf(one), { user_id: one.data.user_id, worked_on: one.data.worked_on }]),
    ).values(),
  ];
  if (days.length === 0) return new Map();
  const rows = await db.$queryRaw<{ day: string; minutes: number }[]>`
    select t.user_id || ' ' || t.worked_on as day, sum(t.minutes)::int as minutes
    from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as d (user_id uuid, worked_on date)
      join time_entries t on t.user_id = d.user_id and t.worked_on = d.worked_on
    group by t.user_id, t.worked_on`;
  return new Map(rows.map(({ day, minutes }) => [day, minutes]));
}

/** Makes other writers of these people's hours wait, and holds the rule once more. Throws CONFLICT where it no longer holds. */
async function guard(db: WriteDb, planned: Planned[]): Promise<void> {
  const moving = planned.filter(({ action }) => action !== 'same');
  for (const person of [...new Set(moving.map(({ data }) => String(data.user_id)))].sort()) await lockHours(db, person);
  const sums = await sumsOf(db, moving);
  for (const one of moving) {
    const total = (sums.get(dayOf(one)) ?? 0) + added(one);
    if (total > longestDay) throw conflict('importChanged');
    sums.set(dayOf(one), total);
  }
}
