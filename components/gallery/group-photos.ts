import { type Day, dayOf } from '@/lib/format';
import type { Photo } from '@/lib/gallery/schemas';

type Grouped = { key: string; photos: Photo[] };

/** Groups consecutive photos of the same month in the tenant's time zone; the key is `2026-03`. */
function byMonth(photos: readonly Photo[], timeZone: string): Grouped[] {
  return grouped(photos, ({ takenAt }) => dayOf(new Date(takenAt), timeZone).slice(0, 7));
}

/**
 * Groups consecutive photos by month, several small months together: a month of one photo would leave its row empty. `from` and
 * `to` are the first days of the earliest and the latest month of a group.
 */
export function byMonths(photos: readonly Photo[], timeZone: string, least = 4): (Grouped & { from: Day; to: Day })[] {
  const groups: Grouped[][] = [];
  const isSmall = (months: Grouped[] | undefined) =>
    months !== undefined && months.reduce((sum, { photos: inMonth }) => sum + inMonth.length, 0) < least;
  for (const month of byMonth(photos, timeZone)) {
    const last = groups.at(-1);
    if (last && isSmall(last)) last.push(month);
    else groups.push([month]);
  }
  const [before, last] = groups.slice(-2);
  if (last && before && isSmall(last)) groups.splice(-2, 2, [...before, ...last]);
  return groups.map((months) => {
    const keys = months.map(({ key }) => key).sort();
    return {
      key: months[0]?.key ?? '',
      photos: months.flatMap(({ photos: inMonth }) => inMonth),
      from: `${keys[0]}-01`,
      to: `${keys.at(-1)}-01`,
    };
  });
}

/** Groups consecutive photos of the same phase; the key is the phase's id, or the project's id for photos without a phase. */
export function byPhase(photos: readonly Photo[]): Grouped[] {
  return grouped(photos, ({ phaseId, projectId }) => phaseId ?? projectId);
}

/** Groups consecutive photos of the same project; the key is its id. */
export function byProject(photos: readonly Photo[]): Grouped[] {
  return grouped(photos, ({ projectId }) => projectId);
}

function grouped(photos: readonly Photo[], keyOf: (photo: Photo) => string): Grouped[] {
  const groups: Grouped[] = [];
  for (const photo of photos) {
    const key = keyOf(photo);
    const last = groups.at(-1);
    if (last?.key === key) last.photos.push(photo);
    else groups.push({ key, photos: [photo] });
  }
  return groups;
}
