import { addDays } from '@/lib/dates';
import type { Day } from '@/lib/format';

/** What changed in a project within a week, of what its client may see. */
export type WeekChanges = {
  completed: string[];
  started: string[];
  advanced: { name: string; percent: number }[];
  /** Phases whose planned end moved within the week; a date is null where there was or is none. */
  moved: { name: string; fromOn: Day | null; toOn: Day | null }[];
  documents: string[];
  photos: number;
  minutes: number;
};

/** The last whole week before a date, from Monday to Sunday (ISO 8601). */
export function lastWeek(today: Day): { from: Day; to: Day } {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const from = addDays(today, -weekday - 7);
  return { from, to: addDays(from, 6) };
}

/** Whether there is anything to report. */
export function hasChanges({ completed, started, advanced, moved, documents, photos, minutes }: WeekChanges): boolean {
  return photos + minutes + completed.length + started.length + advanced.length + moved.length + documents.length > 0;
}
