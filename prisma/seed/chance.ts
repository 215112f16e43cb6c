/** Variety that is the same each time: numbers from 0 up to 1, drawn from a seed (mulberry32). */
export type Chance = () => number;

/** The same text gives the same sequence, whatever else is drawn elsewhere. */
export function chanceOf(seed: string): Chance {
  let state = [...seed].reduce(
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

/** One of the things given. Throws RangeError when there are none. */
export function pick<T>(chance: Chance, things: readonly T[]): T {
  const picked = things[Math.floor(chance() * things.length)];
  if (picked === undefined) throw new RangeError('Nothing to pick from');
  return picked;
}
