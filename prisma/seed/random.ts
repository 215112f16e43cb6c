/** A sequence of numbers from 0 up to 1. */
export type Random = () => number;

/** The pseudo-random sequence of a text (mulberry32): the same text always gives the same numbers. */
export function randomOf(text: string): Random {
  let state = [...text].reduce(
    (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619),
    2_166_136_261,
  );
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of the items. Throws RangeError for an empty list. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const picked = items[Math.floor(random() * items.length)];
  if (picked === undefined) throw new RangeError('Nothing to pick from');
  return picked;
}
