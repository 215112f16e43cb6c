import { dayOf } from '@/lib/format';
import type { Photo } from '@/lib/gallery/schemas';

type Grouped = { key: string; photos: Photo[] };

/** Groups consecutive photos of the same month in the tenant's time zone; the key is `2026-03`. */
export function byMonth(photos: readonly Photo[], timeZone: string): Grouped[] {
  return grouped(photos, ({ takenAt }) => dayOf(new Date(takenAt), timeZone).slice(0, 7));
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
