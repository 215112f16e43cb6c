import { type Day, instantIn, inZone } from '@/lib/calendar';

/**
 * The minutes of a timer by calendar date in a zone: from `startedAt` to `stoppedAt`, cut at each midnight of the zone, each part
 * rounded half up, and one minute at least in all. A day of a clock change has 23 or 25 hours.
 */
export function minutesByDay(startedAt: Date, stoppedAt: Date, timeZone: string): { day: Day; minutes: number }[] {
  const parts: { day: Day; minutes: number }[] = [];
  for (let from = startedAt; from < stoppedAt; ) {
    const date = inZone(from, timeZone).toPlainDate();
    const midnight = instantIn(date.add({ days: 1 }).toPlainDateTime(), timeZone);
    const to = midnight < stoppedAt ? midnight : stoppedAt;
    const minutes = Math.round((to.getTime() - from.getTime()) / 60_000);
    if (minutes > 0) parts.push({ day: date.toString(), minutes });
    from = to;
  }
  return parts.length > 0 ? parts : [{ day: inZone(startedAt, timeZone).toPlainDate().toString(), minutes: 1 }];
}
