import { workdayOffset, workdaysBetween } from '@/prisma/seed/clock';
import { projectColumns, type SeedContext } from '@/prisma/seed/context';
import { pick, type Random, randomOf } from '@/prisma/seed/random';
import type { HoursData } from '@/prisma/seed/story';

/** The most that one person works on a day, in minutes; entries beyond it are left out. */
const longestDay = 9 * 60;

/** Writes the hours, as the admin: no other role may set what an hour costs. */
export async function writeHours(context: SeedContext): Promise<void> {
  const worked = new Map<string, number>();
  const data = context.story.hours
    .flatMap((hours) => hourRows(context, hours))
    .filter(({ userId, workedOn, minutes }) => {
      const day = `${userId} ${workedOn.toISOString()}`;
      const total = (worked.get(day) ?? 0) + minutes;
      if (total <= longestDay) worked.set(day, total);
      return total <= longestDay;
    })
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  await context.actAsPerson(context.story.admin, (db) => db.timeEntry.createMany({ data }));
}

function hourRows(context: SeedContext, hours: HoursData) {
  const { project, by, from, to, shareOfDays, hoursPerDay, tasks, unbilledTasks = [] } = hours;
  const { name } = context.person(by);
  const random = randomOf(`${context.project(project).name} ${name} ${workdayOffset(from)}`);
  const costRateMinor = context.minor(hours.costRate);
  return workdaysBetween(from, to)
    .filter(() => random() < shareOfDays)
    .map((workday) => {
      const billable = unbilledTasks.length === 0 || random() < 0.85;
      const createdAt = context.at(`${workday} 17:50`);
      return {
        ...projectColumns(context, project),
        hoursShown: context.project(project).hoursShown ?? 'entries',
        userId: context.idOf('people', by),
        userName: name,
        workedOn: context.day(workday),
        minutes: quarterHours(random, hoursPerDay) * 15,
        description: pick(random, billable ? tasks : unbilledTasks),
        billable,
        costRateMinor,
        createdAt,
        updatedAt: createdAt,
      };
    });
}

/** A random number of quarter hours between two numbers of hours. */
function quarterHours(random: Random, [least, most]: HoursData['hoursPerDay']): number {
  return Math.round((least + random() * (most - least)) * 4);
}
