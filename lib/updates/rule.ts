/** The states of an update: only the team sees a draft. */
export const updateStates = ['draft', 'published'] as const;

const day = 24 * 60 * 60_000;

/** Days after its publication within which an update can be corrected; later, a new one says what has changed. */
export const correctableDays = 30;

/** Whether an update published at this instant can still be corrected at `now`. */
export function isCorrectable(publishedAt: Date, now: Date): boolean {
  return now.getTime() - publishedAt.getTime() < correctableDays * day;
}
