import { shifted } from '@/lib/time/rule';
import type { WeekCell, WeekEntry, WeekRow } from '@/lib/time/weeks/schemas';

/** The dates of the week that begins on a Monday. */
export function daysOf(monday: string): string[] {
  return Array.from({ length: 7 }, (_, at) => shifted(monday, at));
}

/** The entries of a week as the rows of its sheet, by project and description. */
export function weekRows(entries: readonly WeekEntry[], monday: string): WeekRow[] {
  const days = daysOf(monday);
  const rows = new Map<string, WeekRow>();
  for (const { id, projectId, projectName, workedOn, minutes, description, billable, isBilled } of entries) {
    const key = JSON.stringify([projectId, description, billable]);
    const none = (): WeekCell => ({ id: null, minutes: 0, isFixed: false });
    const row = rows.get(key) ?? { key, projectId, projectName, description, billable, days: days.map(none) };
    rows.set(key, row);
    const cell = row.days[days.indexOf(workedOn)];
    if (!cell) continue;
    cell.isFixed = isBilled || cell.isFixed || cell.id !== null;
    cell.id = cell.isFixed ? null : id;
    cell.minutes += minutes;
  }
  return [...rows.values()].sort(
    (a, b) => a.projectName.localeCompare(b.projectName) || a.description.localeCompare(b.description),
  );
}
