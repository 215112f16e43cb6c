/** Refusals of a person within one hour, as this process has counted them. */
type Window = { count: number; endsAt: number };

const hour = 3_600_000;
/** A wrong address now and then is nobody's business; who tries many is. */
const told = new Set([10, 100, 1_000, 10_000]);
const mostPeople = 10_000;
const windows = new Map<string, Window>();

/**
 * Counts a refusal of a person. The number of refusals within the hour where the trail is to tell it, else null: a rate and not a
 * line for each. Counts of several processes are separate.
 */
export function countRefusal(userId: string, now = Date.now()): number | null {
  const current = windows.get(userId);
  const window = current && current.endsAt > now ? current : { count: 0, endsAt: now + hour };
  window.count += 1;
  // The person counted last stands last, so that the first is the one to forget.
  windows.delete(userId);
  windows.set(userId, window);
  for (const first of windows.keys()) {
    if (windows.size <= mostPeople) break;
    windows.delete(first);
  }
  return told.has(window.count) ? window.count : null;
}
