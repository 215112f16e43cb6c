import { cameraTime } from '@/lib/gallery/exif-time';

/**
 * The instant at which a photo was taken, by its EXIF: in the camera's own offset, or else in the business's time zone. Null
 * where the camera tells nothing believable (no date at all, before digital cameras, or more than a day ahead of `now`).
 */
export function takenAt(exif: Uint8Array | null, timeZone: string, now: Date): Date | null {
  const time = exif && cameraTime(exif);
  if (!time) return null;
  const at = time.offset ? new Date(`${time.local}${time.offset}`) : instantIn(time.local, timeZone);
  const tomorrow = now.getTime() + 86_400_000;
  return at.getTime() >= Date.UTC(1990, 0) && at.getTime() <= tomorrow ? at : null;
}

/** The instant when clocks in the zone show `local`. An hour that summer time skips is read as if it were not skipped. */
function instantIn(local: string, timeZone: string): Date {
  const wanted = Date.parse(`${local}Z`);
  if (Number.isNaN(wanted)) return new Date(Number.NaN); // cameras without a clock write 0000:00:00
  // What the clocks show at a guess tells how far the guess is off; the second look counts where the offset changed between.
  const guess = wanted - (shownIn(wanted, timeZone) - wanted);
  return new Date(guess + (wanted - shownIn(guess, timeZone)));
}

/** What clocks in the zone show at an instant, as if that were UTC. */
function shownIn(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(
    ...([part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')] as const),
  );
}
