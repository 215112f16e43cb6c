/** A wall clock time, and its offset from UTC where one is known. */
export type LocalTime = { local: string; offset: string | null };

/** `IMG_20260115_101112`, `2026-01-15 10.11.12`, `Screenshot_20260115-101112`, `WhatsApp Image 2026-01-15 at 10.11.12`. */
const dateAndTime =
  /(?<!\d)(\d{4})([-_.]?)(\d\d)\2(\d\d)(?:[-_ T]| at )(\d\d)([-_.:h]?)(\d\d)[-_.:m]?(\d\d)(?:\d{1,3})?(?!\d)/i;

/** `IMG-20260115-WA0001` (WhatsApp), `2026-01-15 kitchen`. */
const dateAlone = /(?<!\d)(\d{4})([-_.]?)(\d\d)\2(\d\d)(?!\d)/;

/**
 * The time that cameras, phones and messengers write into a photo's name; noon where there is a date alone. Null for a name
 * without one. It may be an impossible one: eight digits can be any number.
 */
export function timeInName(fileName: string): LocalTime | null {
  const full = dateAndTime.exec(fileName);
  if (full) {
    const [, year, , month, day, hour, , minute, second] = full;
    // Pixel phones name their photos in UTC.
    const offset = /^PXL_/.test(fileName) ? '+00:00' : null;
    return { local: `${year}-${month}-${day}T${hour}:${minute}:${second}`, offset };
  }
  const [, year, , month, day] = dateAlone.exec(fileName) ?? [];
  return year === undefined ? null : { local: `${year}-${month}-${day}T12:00:00`, offset: null };
}
