import { inZone } from '@/lib/calendar';

export type DayPart = 'morning' | 'afternoon' | 'evening';

/** The time of day on the business's clock, for the greeting: morning from 4, afternoon from 12, evening from 18. */
export function dayPartOf(at: Date, timeZone: string): DayPart {
  const { hour } = inZone(at, timeZone);
  if (hour >= 4 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}
