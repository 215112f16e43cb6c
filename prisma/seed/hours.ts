import { type Chance, chanceOf, pick } from '@/prisma/seed/chance';
import { type Stage, under } from '@/prisma/seed/stage';
import type { HoursStory } from '@/prisma/seed/story';

/** Nobody works longer than this on a day. */
const longestDay = 9 * 60;

/** Months of hours. Written by the admin, who alone may say what an hour costs. */
export async function writeHours(stage: Stage): Promise<void> {
  const worked = new Map<string, number>();
  const data = stage.story.hours
    .flatMap((stretch) => hourRows(stage, stretch))
    .filter(({ userId, workedOn, minutes }) => {
      const day = `${userId} ${workedOn.toISOString()}`;
      const total = (worked.get(day) ?? 0) + minutes;
      if (total <= longestDay) worked.set(day, total);
      return total <= longestDay;
    })
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  await stage.inNameOf(stage.story.admin, (db) => db.timeEntry.createMany({ data }));
}

function hourRows(stage: Stage, { project, by, days, share, hours, costRateMinor, tasks, unbilled = [] }: HoursStory) {
  const chance = chanceOf(`${project.name} ${by.name} ${days[0]}`);
  const workdays = Array.from({ length: days[1] - days[0] + 1 }, (_, index) => days[0] + index);
  return workdays
    .filter(() => chance() < share)
    .map((workday) => {
      const billable = unbilled.length === 0 || chance() < 0.85;
      const createdAt = stage.at([workday, '17:50']);
      return {
        ...under(stage, project),
        userId: stage.idOf(by),
        userName: by.name,
        workedOn: stage.day(workday),
        minutes: quarters(chance, hours) * 15,
        description: pick(chance, billable ? tasks : unbilled),
        billable,
        costRateMinor,
        createdAt,
        updatedAt: createdAt,
      };
    });
}

/** A number of quarter hours between the two numbers of hours. */
function quarters(chance: Chance, [least, most]: HoursStory['hours']): number {
  return Math.round((least + chance() * (most - least)) * 4);
}
